import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { minimapMessages } from '../../../core/messages/en/minimap.ts';
import { useActions, useAppStore } from '../../state/context.ts';
import type { LiveText } from '../live-text.ts';
import { MapPainter } from './map-painter.ts';
import { MapPointer } from './map-pointer.ts';
import { MapTip } from './map-tip.ts';
import { MapView } from './map-view.ts';
import { scaleFor } from './scale.ts';
import './minimap.css';

/** One press of an arrow key, CSS px: as far as the text goes for it. */
const arrowStep = 40;
/** Between the strip's ends and the map, CSS px; the style sheet has it too. */
const inset = 6;
/** A page keeps a little of the one before. */
const pageShare = 0.9;

/** The whole text beside its scroll bar: marks, headings, what is sought, and what is on screen. React draws it once. */
export function Minimap({ live, characters }: { live: LiveText; characters: number }) {
  const strip = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const store = useAppStore();
  const actions = useActions();

  useLayoutEffect(() => {
    const parts = [strip.current, canvas.current, box.current, tip.current] as const;
    const [stripAt, canvasAt, boxAt, tipAt] = parts;
    if (stripAt === null || canvasAt === null || boxAt === null || tipAt === null) return;
    const painter = new MapPainter(canvasAt, store);
    const view = new MapView(stripAt, boxAt, store);
    const pointer = new MapPointer(
      { strip: stripAt, canvas: canvasAt },
      live,
      { store, actions },
      view,
      new MapTip(tipAt),
    );
    const { scroller, page } = live.view;
    let room = -1;
    let ratio = 0;
    const sized = new ResizeObserver(() => {
      const { clientHeight, scrollHeight } = scroller;
      stripAt.toggleAttribute('data-still', scrollHeight <= clientHeight);
      if (clientHeight === room && devicePixelRatio === ratio) return;
      room = clientHeight;
      ratio = devicePixelRatio;
      stripAt.style.height = `${room}px`;
      const scale = scaleFor(characters, room - 2 * inset);
      painter.resize(scale, ratio);
      view.resize(scale);
      pointer.resize(scale);
    });
    const themed = new MutationObserver(() => painter.recolour());
    sized.observe(scroller);
    sized.observe(page);
    sized.observe(canvasAt, { box: 'device-pixel-content-box' });
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const stops = [painter.start(), view.start(), pointer.start()];
    return () => {
      for (const stop of stops) stop();
      sized.disconnect();
      themed.disconnect();
    };
  }, [live, characters, store, actions]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { scroller } = live.view;
    const height = scroller.clientHeight;
    const by = {
      ArrowDown: arrowStep,
      ArrowRight: arrowStep,
      ArrowUp: -arrowStep,
      ArrowLeft: -arrowStep,
      PageDown: height * pageShare,
      PageUp: -height * pageShare,
    }[event.key];
    if (by !== undefined) scroller.scrollBy({ top: by });
    else if (event.key === 'Home') live.scrolling.goTo(0, height);
    else if (event.key === 'End') live.scrolling.goTo(characters, 0);
    else return;
    event.preventDefault();
  };

  return (
    <div className="minimap-place">
      <div
        ref={strip}
        className="minimap"
        data-testid="minimap"
        data-own-keys
        role="slider"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={minimapMessages.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} className="minimap-canvas" />
        <div ref={box} className="minimap-box" />
        <div ref={tip} className="minimap-tip" data-testid="minimap-tip" aria-hidden hidden>
          <span className="minimap-path" dir="auto" />
          <span className="minimap-share" />
        </div>
      </div>
    </div>
  );
}
