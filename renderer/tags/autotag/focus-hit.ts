/** Some frames: what is far away is drawn hidden until it is measured. */
const patience = 12;

/** Gives the focus to the first passage of the list, or to a row of it; does nothing where there is none. */
export function focusHit(row: 'first' | number, tries = patience): void {
  const list = document.querySelector('.hit-list');
  const wanted = row === 'first' ? '[data-roving][tabindex="0"]' : `[data-roving="${row}"]`;
  const target = list?.querySelector(wanted);
  if (target instanceof HTMLElement) {
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
  }
  if ((target instanceof HTMLElement && document.activeElement === target) || tries === 0) return;
  requestAnimationFrame(() => focusHit(row, tries - 1));
}

export function focusQuery(): void {
  document.querySelector<HTMLElement>('.rule-field')?.focus();
}
