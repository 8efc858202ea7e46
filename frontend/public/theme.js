// Before anything is painted: the theme that was chosen last, if one was.
(function () {
  try {
    var theme = window.localStorage.getItem('exoscout-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.setAttribute('data-theme', theme);
  } catch {
    // without storage, the system's theme
  }
})();
