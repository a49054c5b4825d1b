/*
 * Says why the page cannot start where it cannot. A plain script in old words, because the browsers it is for
 * may know no modules.
 */
(function () {
  'use strict';

  // (func (result v128) (v128.const i32x4 0 0 0 0)): valid only where SIMD is known.
  var simd = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 22, 1, 20, 0, 253, 12];
  for (var i = 0; i < 16; i += 1) simd.push(0);
  simd.push(11);

  // Whether the constructor looks at the option `type`. It is stopped there, before it would fetch anything.
  function moduleWorkers() {
    var asked = false;
    var options = {
      get type() {
        asked = true;
        throw new Error('asked');
      },
    };
    try {
      new window.Worker('boot.js', options).terminate();
    } catch (_) {
      return asked;
    }
    return asked;
  }

  function reason() {
    if (window.location.protocol === 'file:') {
      return (
        'Backstep was opened from a file, where browsers do not start its parts. ' +
        'Put the folder on a web server, or run “cargo xtask serve” and open the address it prints.'
      );
    }
    if (typeof window.WebAssembly !== 'object') {
      return (
        'Backstep computes with WebAssembly, which this browser does not have or has switched off. ' +
        'Any browser from 2023 or newer will do.'
      );
    }
    if (!window.WebAssembly.validate(new Uint8Array(simd))) {
      return (
        'Backstep computes with the SIMD instructions of WebAssembly, which this browser does not have. ' +
        'Any browser from 2023 or newer will do.'
      );
    }
    if (typeof window.Worker !== 'function' || !moduleWorkers()) {
      return (
        'Backstep computes in a module worker, which this browser does not have. ' +
        'Any browser from 2023 or newer will do.'
      );
    }
    return '';
  }

  var sentence = reason();
  if (!sentence) return;
  var fallback = document.getElementById('fallback');
  if (!fallback) {
    fallback = document.createElement('div');
    fallback.id = 'fallback';
    fallback.setAttribute('role', 'alert');
    document.body.appendChild(fallback);
  }
  fallback.className = 'now';
  fallback.textContent = sentence;
  document.documentElement.setAttribute('data-cannot-start', '');
})();
