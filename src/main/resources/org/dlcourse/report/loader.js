// Allure's program takes each file, in base64, from window.reportData. It follows promises, so a file may come later.
window.reportDataReady = false;
window.reportData = {};
(function (data) {
  var promises = {};
  var waiting = {};

  // The attachments of a test case and its steps by their names.
  function attachments(node, found) {
    if (node && typeof node === 'object') {
      (Array.isArray(node.attachments) ? node.attachments : []).forEach(function (one) { found[one.name] = one; });
      Object.keys(node).forEach(function (key) { attachments(node[key], found); });
    }
    return found;
  }

  // A requirement's page refers to each picture by the name of the attachment that holds its pixels.
  function filled(file) {
    var testCase = JSON.parse(atob(file));
    var html = new DOMParser().parseFromString(testCase.descriptionHtml || '', 'text/html');
    var pictures = Array.prototype.slice.call(html.querySelectorAll('img[data-attachment]'));
    if (pictures.length === 0) {
      return file;
    }
    var named = attachments(testCase, {});
    return Promise.all(pictures.map(function (picture) {
      var attachment = named[picture.getAttribute('data-attachment')];
      return attachment && Promise.resolve(data['data/attachments/' + attachment.source]).then(function (pixels) {
        picture.src = 'data:' + attachment.type + ';base64,' + pixels;
      });
    })).then(function () {
      testCase.descriptionHtml = html.body.innerHTML;
      return btoa(JSON.stringify(testCase).replace(/[^\x00-\x7f]/g, function (character) {
        return '\\u' + ('000' + character.charCodeAt(0).toString(16)).slice(-4);
      }));
    });
  }

  // What gzip has packed, in base64, as base64 of the content.
  function unpacked(base64) {
    var bytes = Uint8Array.from(atob(base64), function (character) { return character.charCodeAt(0); });
    var content = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(content).blob().then(function (blob) {
      return new Promise(function (resolve, reject) {
        var reader = new FileReader();
        reader.onload = function () { resolve(reader.result.slice(reader.result.indexOf(',') + 1)); };
        reader.onerror = function () { reject(reader.error); };
        reader.readAsDataURL(blob);
      });
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
  window.d = function (name, packed, value) {
    define(name, function () {
      promises[name] = promises[name] || (value === undefined ? beside(name) : Promise.resolve(value))
        .then(packed ? unpacked : function (same) { return same; })
        .then(name.indexOf('data/test-cases/') === 0 ? filled : function (same) { return same; });
      return promises[name];
    });
  };
})(window.reportData);
