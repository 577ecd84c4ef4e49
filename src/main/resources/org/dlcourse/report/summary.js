// Shows the summary, the list of errata or Allure's pages, by the address: #summary, or #summary/ANN-3.1 for a row of it, #errata,
// else one of Allure's.
(function () {
  var first = 'summary';
  var own = [first, 'errata'];

  function show() {
    var address = location.hash.slice(1);
    var name = address.split('/')[0];
    var main = own.indexOf(name) >= 0 && document.getElementById(name);
    var atSummary = name === first;
    document.body.className = main ? 'at-' + name
      : 'at-page' + (/^\/?testresult\//.test(address) ? ' at-requirement' : '');
    if (main) {
      // So that the keys that scroll do.
      main.focus({ preventScroll: true });
    }
    // A handout's section or a requirement's row.
    var row = atSummary && address !== first && document.getElementById(address);
    if (row) {
      (row.closest('details') || row.querySelector('details')).open = true;
      row.scrollIntoView();
    }
  }

  if (location.hash === '') {
    history.replaceState(null, '', '#' + first);
  }
  window.addEventListener('hashchange', show);
  show();

  // Allure's trees in the handouts' order, unless the reader has chosen another one.
  ['BEHAVIORS', 'CATEGORIES', 'PACKAGES', 'SUITES'].forEach(function (tree) {
    var key = 'ALLURE_REPORT_SETTINGS_' + tree;
    if (!localStorage.getItem(key)) {
      localStorage.setItem(key, JSON.stringify({ treeSorting: { sorter: 'sorter.order', ascending: true } }));
    }
  });
})();
