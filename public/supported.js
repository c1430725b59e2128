(function () {
  var isSupported =
    'noModule' in document.createElement('script') &&
    typeof Array.prototype.toSorted === 'function' &&
    typeof structuredClone === 'function' &&
    typeof WebSocket === 'function';
  if (isSupported) return;
  document.addEventListener('DOMContentLoaded', function () {
    var note = document.createElement('p');
    note.setAttribute('role', 'alert');
    note.textContent =
      '这个浏览器太旧了，问小猫无法运行，请更新浏览器。 / This browser is too old for Ask Kitten. Please update it.';
    document.body.insertBefore(note, document.body.firstChild);
    document.body.removeChild(document.getElementById('first-paint'));
  });
})();
