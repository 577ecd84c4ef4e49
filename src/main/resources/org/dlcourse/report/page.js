// What a requirement's page does beyond Allure's: figures at full size by a click or the key Enter, and folded tables in print.
(function () {
  function picture(target) {
    return target instanceof HTMLImageElement && target.hasAttribute('data-attachment') && target.src ? target : null;
  }

  function close() {
    var open = document.getElementById('enlarged');
    if (open) {
      open.remove();
      open.opener.focus();
    }
  }

  function enlarge(figure) {
    var view = document.createElement('div');
    var copy = document.createElement('img');
    view.id = 'enlarged';
    view.tabIndex = 0;
    view.opener = figure;
    view.setAttribute('role', 'dialog');
    view.setAttribute('aria-label', 'The figure at full size; Escape closes it');
    copy.src = figure.src;
    copy.alt = figure.alt;
    view.appendChild(copy);
    view.addEventListener('click', close);
    document.body.appendChild(view);
    view.focus();
  }

  document.addEventListener('click', function (event) {
    var figure = picture(event.target);
    if (figure) {
      enlarge(figure);
    }
  });
  document.addEventListener('keydown', function (event) {
    var figure = picture(event.target);
    if (event.key === 'Escape') {
      close();
    } else if (event.key === 'Enter' && figure) {
      event.preventDefault();
      enlarge(figure);
    }
  });

  var folded = [];
  window.addEventListener('beforeprint', function () {
    // Not sources, which are longer than the rest of the page.
    folded = Array.prototype.filter.call(document.querySelectorAll('details:not([open])'), function (one) {
      return !one.querySelector('pre');
    });
    folded.forEach(function (one) { one.open = true; });
  });
  window.addEventListener('afterprint', function () {
    folded.forEach(function (one) { one.open = false; });
  });
})();
