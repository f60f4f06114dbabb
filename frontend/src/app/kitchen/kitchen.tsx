export function Kitchen() { return <main id="main"><h1>Kit</h1></main>; }
