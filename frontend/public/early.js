// Sets the chosen theme and language before the first paint; the rest of the app is a module and comes later.
(function () {
  try {
    var theme = localStorage.getItem("alongside.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    var language = localStorage.getItem("alongside.language");
    if (language === "es") document.documentElement.lang = language;
  } catch {
    // Storage may be refused; the system's theme and English then hold.
  }
})();
