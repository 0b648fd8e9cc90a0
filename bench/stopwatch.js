// Times one change: from the press that makes it to the last change that the page's body shows.
// The clock stops once the script has run, nothing is stale, every chart is drawn and nothing has
// moved for a while; that last stretch of rest is not counted.
(() => {
  const watch = { armed: false, started: null, last: 0 };
  const body = '[data-testid="stMain"]';
  const seen = new MutationObserver(changes => {
    if (watch.started === null) return;
    const now = performance.now();
    for (const change of changes) {
      const at = change.target.nodeType === 1 ? change.target : change.target.parentElement;
      if (!at) continue;
      if (change.attributeName === 'data-test-script-state') {
        watch.last = now;
      } else if (change.type !== 'attributes' || change.attributeName === 'data-stale') {
        if (at.closest(body)) watch.last = now;
      } else if (at.closest('.js-plotly-plot')) {
        watch.last = now;
      }
    }
  });
  const observe = () => seen.observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ['data-test-script-state', 'data-stale', 'd', 'transform', 'style'],
  });
  if (document.documentElement) observe();
  else document.addEventListener('readystatechange', observe, { once: true });
  document.addEventListener('pointerdown', event => {
    if (!watch.armed || !event.target.closest('[role=option]')) return;
    Object.assign(watch, { armed: false, started: performance.now(), last: 0 });
  }, true);
  watch.arm = () => { watch.armed = true; watch.started = null; watch.last = 0; };
  watch.rested = quiet =>
    watch.started !== null && watch.last > watch.started && performance.now() - watch.last > quiet;
  watch.took = () => (watch.last - watch.started) / 1000;
  window.stopwatch = watch;
})();
