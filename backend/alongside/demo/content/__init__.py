"""What is invented for the demonstration, as tables: each noun in its own file, nothing here touches a database."""
