import { useLayoutEffect, useRef, type ComponentProps } from 'react';
import { placeNear, type Box } from './place-near.ts';
import './floating.css';

interface FloatingProps extends ComponentProps<'div'> {
  readonly anchor: Box;
  /** A press outside of it; presses on `keep` do not count. */
  readonly onOutside?: (() => void) | undefined;
  readonly keep?: string;
}

/** A card that floats at an anchor and stays inside the window. Keys in it are its own. */
export function Floating({ anchor, onOutside, keep, className, ...rest }: FloatingProps) {
  const card = useRef<HTMLDivElement>(null);
  const { x, y, width, height } = anchor;

  useLayoutEffect(() => {
    const element = card.current;
    if (element === null) return;
    const place = (): void => {
      const size = { width: element.offsetWidth, height: element.offsetHeight };
      const room = { width: window.innerWidth, height: window.innerHeight };
      const at = placeNear({ x, y, width, height }, size, room);
      element.style.left = `${at.x}px`;
      element.style.top = `${at.y}px`;
    };
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(element);
    window.addEventListener('resize', place);
    return () => {
      watcher.disconnect();
      window.removeEventListener('resize', place);
    };
  }, [x, y, width, height]);

  useLayoutEffect(() => {
    if (onOutside === undefined) return;
    const onPointerDown = (event: PointerEvent): void => {
      const { target } = event;
      if (!(target instanceof Element) || card.current?.contains(target) === true) return;
      if (keep !== undefined && target.closest(keep) !== null) return;
      onOutside();
    };
    window.addEventListener('pointerdown', onPointerDown, true);
    return () => window.removeEventListener('pointerdown', onPointerDown, true);
  }, [onOutside, keep]);

  return <div ref={card} className={`floating ${className ?? ''}`} data-own-keys {...rest} />;
}
