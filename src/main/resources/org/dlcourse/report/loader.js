// Allure's program takes each file, in base64, from window.reportData. It follows promises, so a file may come later.
window.reportDataReady = false;
window.reportData = {};
(function (data) {
  var promises = {};
  var waiting = {};

  // A page names the attachments whose pixels it shows.
  function filled(page) {
    var text = atob(page);
    var names = text.match(/@@data\/attachments\/[^@]+@@/g) || [];
    return Promise.all(names.map(function (name) { return data[name.slice(2, -2)]; })).then(function (pictures) {
      return btoa(names.reduce(function (all, name, i) { return all.split(name).join(pictures[i]); }, text));
    });
  }

  // As a script, which unlike anything else may be read from disk.
  function beside(name) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement('script');
      waiting[name] = resolve;
      script.onerror = function () { reject('files/' + name + '.js is missing: keep the folder files beside index.html'); };
      script.src = 'files/' + name + '.js';
      document.head.appendChild(script);
    });
  }

  function define(name, value) {
    Object.defineProperty(data, name, { get: value });
  }

  window.same = function (name, other) { define(name, function () { return data[other]; }); };
  window.arrived = function (name, value) { waiting[name](value); };
  window.d = function (name, value) {
    define(name, function () {
      promises[name] = promises[name] || (value === undefined ? beside(name) : Promise.resolve(value))
        .then(name.indexOf('data/test-cases/') === 0 ? filled : function (same) { return same; });
      return promises[name];
    });
  };
})(window.reportData);
