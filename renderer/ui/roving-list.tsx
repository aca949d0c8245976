import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { Virtualizer, type VirtualizerHandle } from 'virtua';

/** What an item spreads on its focusable part. */
export interface RovingProps {
  readonly tabIndex: 0 | -1;
  readonly 'data-roving': number;
  readonly onFocus: () => void;
}

/** What a list shows, by place: an array, or something that knows its items only when asked. Another object for each change. */
export interface Items<T> {
  readonly length: number;
  readonly at: (index: number) => T | undefined;
}

/** Whether an item that was drawn with `a` looks and answers the same with `b`: another function is no reason to draw again. */
export function sameRoving(a: RovingProps, b: RovingProps): boolean {
  return a.tabIndex === b.tabIndex && a['data-roving'] === b['data-roving'];
}

interface RovingListProps<T> {
  readonly label: string;
  readonly className: string;
  readonly role?: 'list' | 'tree';
  readonly items: Items<T>;
  /** Given, an item keeps the focus wherever it moves to. */
  readonly keyOf?: (item: T) => string;
  readonly itemSize: number;
  readonly render: (item: T, index: number, roving: RovingProps) => ReactElement;
  /** Items that the arrow keys pass over, such as titles of groups. */
  readonly passOver?: (item: T) => boolean;
  /** The item that is scrolled into view when it changes; -1 for none. */
  readonly show?: number;
  /** Takes the focus when it comes, as in a dialog. */
  readonly autoFocus?: boolean;
  /** Tells which item has the focus. */
  readonly onCurrent?: (index: number) => void;
  readonly onItemKey?: (event: KeyboardEvent, item: T, index: number) => void;
  /** The focus went from one item to another by a key. */
  readonly onMove?: (event: KeyboardEvent, from: number, to: number) => void;
}

/** A list of any length in which one item can have the focus; arrow keys move it. Only what is in sight is drawn. */
export function RovingList<T>(props: RovingListProps<T>) {
  const { label, className, items, itemSize, render, passOver, show = -1, onItemKey } = props;
  const { autoFocus = false, onCurrent, role = 'list', keyOf, onMove } = props;
  // Read when the focus comes, so that an item that was not drawn again calls the function of now.
  const told = useRef(onCurrent);
  useEffect(() => {
    told.current = onCurrent;
  });
  const list = useRef<VirtualizerHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const acting = useRef(false);
  const [chosen, setChosen] = useState<{ readonly index: number; readonly key: string } | null>(
    null,
  );
  const keyAt = (index: number): string => {
    const item = items.at(index);
    return item === undefined ? '' : (keyOf?.(item) ?? '');
  };
  const choose = (index: number): void => setChosen({ index, key: keyAt(index) });
  const first = useMemo(() => destination('Home', 0, items, passOver) ?? -1, [items, passOver]);
  const places = useMemo(() => ({ length: items.length }), [items]);
  const kept = useMemo(
    () => (chosen === null ? null : placeOf(chosen, items, keyOf)),
    [chosen, items, keyOf],
  );
  const current = Math.min(kept ?? (show >= 0 ? show : first), items.length - 1);

  useEffect(() => {
    if (show >= 0) list.current?.scrollToIndex(show, { align: 'nearest' });
  }, [show]);

  const start = useRef(autoFocus ? current : -1);
  useEffect(() => {
    if (start.current >= 0) focusItem(box.current, start.current);
  }, []);

  // The item with the focus was moved or taken away by a key: the one that stands there now has the focus.
  useEffect(() => {
    if (!acting.current || document.activeElement !== document.body) return;
    focusItem(box.current, current);
  }, [items, current]);

  const move = (to: number): void => {
    // The item must be there before it can take the focus.
    flushSync(() => choose(to));
    list.current?.scrollToIndex(to, { align: 'nearest' });
    focusItem(box.current, to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { target } = event;
    // What is written in a field inside an item is the field's own.
    if (!(target instanceof Element) || target instanceof HTMLInputElement) return;
    if (target.closest('[data-roving]') === null) return;
    const item = current < 0 ? undefined : items.at(current);
    if (item === undefined) return;
    acting.current = event.key !== 'Tab';
    const to = event.altKey ? null : destination(event.key, current, items, passOver);
    if (to !== null) {
      event.preventDefault();
      onMove?.(event, current, to);
      move(to);
    } else onItemKey?.(event, item, current);
  };

  return (
    <div
      ref={box}
      className={className}
      role={role}
      aria-label={label}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget, currentTarget }) => {
        const outside = relatedTarget instanceof Element && !currentTarget.contains(relatedTarget);
        if (outside) acting.current = false;
      }}
    >
      <Virtualizer
        ref={list}
        data={places}
        itemSize={itemSize}
        keepMounted={current >= 0 ? [current] : []}
      >
        {(_, index) => {
          const item = items.at(index);
          if (item === undefined) return <></>;
          return render(item, index, {
            tabIndex: index === current ? 0 : -1,
            'data-roving': index,
            onFocus: () => {
              choose(index);
              told.current?.(index);
            },
          });
        }}
      </Virtualizer>
    </div>
  );
}

/** An item far away is drawn hidden until it is measured, and takes the focus only then: some frames later at most. */
function focusItem(box: HTMLElement | null, index: number, tries = 12): void {
  const target = box?.querySelector(`[data-roving="${index}"]`);
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  if (document.activeElement === target || tries === 0) return;
  requestAnimationFrame(() => focusItem(box, index, tries - 1));
}

/** Where a chosen item is now; where it is gone, its place. */
function placeOf<T>(
  { index, key }: { readonly index: number; readonly key: string },
  items: Items<T>,
  keyOf: ((item: T) => string) | undefined,
): number {
  const is = (at: number): boolean => {
    const item = items.at(at);
    return item !== undefined && keyOf?.(item) === key;
  };
  if (keyOf === undefined || is(index)) return index;
  for (let at = 0; at < items.length; at++) if (is(at)) return at;
  return index;
}

function destination<T>(
  key: string,
  from: number,
  items: Items<T>,
  passOver: ((item: T) => boolean) | undefined,
): number | null {
  const steps: Partial<Record<string, readonly [start: number, by: 1 | -1]>> = {
    ArrowDown: [from + 1, 1],
    ArrowUp: [from - 1, -1],
    Home: [0, 1],
    End: [items.length - 1, -1],
  };
  const step = steps[key];
  if (step === undefined) return null;
  for (let index = step[0]; index >= 0 && index < items.length; index += step[1]) {
    const item = items.at(index);
    if (item !== undefined && passOver?.(item) !== true) return index;
  }
  return null;
}
