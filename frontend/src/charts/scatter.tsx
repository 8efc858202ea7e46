import { useEffect, useRef } from 'react';
import type uPlot from 'uplot';

import { colour, useThemeTurn, type Low } from './theme';

export interface Dot {
  key: string;
  x: number;
  y: number;
  /** From 0 to 1: how much of a planet, and how strong its colour. */
  weight: number;
  /** Whether the filters leave it in. */
  shown: boolean;
}

interface ScatterProps {
  dots: Dot[];
  x: string;
  y: string;
  label: string;
  selected: string | undefined;
  onSelect: (key: string) => void;
  format: (value: number) => string;
  /** The colour of those of little weight. */
  low?: Low;
}

const HEIGHT = 320;
/** How near a click has to be, in pixels of the screen. */
const NEAR = 14;

/**
 * Ten thousand points over two logarithmic axes, drawn at once on a canvas. Whoever can not see or point finds the same
 * objects, with the same selection, in the table beside it.
 */
export function Scatter({ dots, x, y, label, selected, onSelect, format, low = 'false' }: ScatterProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const state = useRef({ dots, selected, onSelect, format });
  const turn = useThemeTurn();

  useEffect(() => {
    state.current = { dots, selected, onSelect, format };
    if (plot.current) mark(plot.current, dots, selected);
  }, [dots, selected, onSelect, format]);

  useEffect(() => plot.current?.redraw(false, false), [dots, format]);

  useEffect(() => {
    const element = host.current;
    if (!element || dots.length === 0) return;
    let gone = false;
    let watcher: ResizeObserver | undefined;
    void import('uplot').then(({ default: Plot }) => {
      if (gone) return;
      const sorted = [...dots].sort((one, other) => one.x - other.x);
      const xs = sorted.map((dot) => dot.x);
      const ys = sorted.map((dot) => dot.y).sort((one, other) => one - other);
      const extent = { x: [xs[0], xs.at(-1)], y: [ys[0], ys.at(-1)] };
      const ink = colour(element, 'muted');
      const line = colour(element, 'line');
      const tones = { planet: colour(element, 'planet'), open: colour(element, low), faint: colour(element, 'line') };
      const axis = { stroke: ink, grid: { stroke: line, width: 1, filter: tens }, ticks: { stroke: line, width: 1, filter: tens }, font: '12px sans-serif', labelFont: '12px sans-serif', labelSize: 20, filter: tens, values: (_: uPlot, splits: (number | null)[]) => splits.map((split) => (split === null ? '' : state.current.format(split))) };
      plot.current = new Plot(
        {
          width: element.clientWidth,
          height: HEIGHT,
          legend: { show: false },
          cursor: { drag: { x: true, y: true, uni: 20 }, points: { show: false }, x: false, y: false },
          scales: { x: { time: false, distr: 3, range: (_, low, high) => (low === extent.x[0] && high === extent.x[1] ? bulk(xs) : [low, high]) }, y: { distr: 3, range: (_, low, high) => (low === extent.y[0] && high === extent.y[1] ? bulk(ys) : [low, high]) } },
          axes: [
            { ...axis, label: x },
            { ...axis, label: y, size: 48 },
          ],
          series: [{}, { paths: () => null, points: { show: false } }],
          hooks: {
            draw: [
              (drawn) => {
                draw(drawn, state.current.dots, tones);
                mark(drawn, state.current.dots, state.current.selected);
              },
            ],
            ready: [
              (ready) => {
                let from = [0, 0];
                ready.over.addEventListener('mousedown', (event) => (from = [event.offsetX, event.offsetY]));
                ready.over.addEventListener('click', (event) => {
                  // a drag zooms and selects nothing
                  if (Math.hypot(event.offsetX - (from[0] ?? 0), event.offsetY - (from[1] ?? 0)) > 4) return;
                  const found = nearest(ready, state.current.dots, event.offsetX, event.offsetY);
                  if (found) state.current.onSelect(found.key);
                });
              },
            ],
          },
        },
        [sorted.map((dot) => dot.x), sorted.map((dot) => dot.y)],
        element,
      );
      watcher = new ResizeObserver(() => plot.current?.setSize({ width: element.clientWidth, height: HEIGHT }));
      watcher.observe(element);
    });
    return () => {
      gone = true;
      watcher?.disconnect();
      plot.current?.destroy();
      plot.current = undefined;
    };
    // what is filtered changes how dots are drawn, not which there are
  }, [dots.length, x, y, turn, low]);

  return <div ref={host} role="img" aria-label={label} className="min-h-80 w-full" />;
}

/** Of a logarithmic axis only the powers of ten have a line and a number. */
function tens(_: uPlot, splits: number[]): (number | null)[] {
  return splits.map((split) => (Math.abs(Math.log10(split) - Math.round(Math.log10(split))) < 1e-6 ? split : null));
}

/** The share at either end that would squeeze all others together. */
const TAIL = 0.005;

/** Where nearly all values lie, with some room; a few in an archive are impossibly large. */
function bulk(rising: number[]): [number, number] {
  const at = (share: number) => rising[Math.round(share * (rising.length - 1))] ?? 1;
  return [at(TAIL) / 1.6, at(1 - TAIL) * 1.6];
}

/** The one that is selected has an element of its own: from one to the next, ten thousand dots need not be drawn again. */
function mark(plot: uPlot, dots: Dot[], selected: string | undefined) {
  const chosen = selected === undefined ? undefined : dots.find((dot) => dot.key === selected);
  let element = plot.over.querySelector<HTMLElement>('.dot-mark');
  if (!element) {
    element = document.createElement('span');
    element.className = 'dot-mark';
    plot.over.append(element);
  }
  element.hidden = chosen === undefined;
  if (!chosen) return;
  element.style.left = `${plot.valToPos(chosen.x, 'x')}px`;
  element.style.top = `${plot.valToPos(chosen.y, 'y')}px`;
}

function draw(plot: uPlot, dots: Dot[], tones: { planet: string; open: string; faint: string }) {
  const { ctx } = plot;
  const ratio = window.devicePixelRatio || 1;
  const size = 2.6 * ratio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(plot.bbox.left, plot.bbox.top, plot.bbox.width, plot.bbox.height);
  ctx.clip();
  for (const layer of ['faint', 'open', 'planet'] as const) {
    ctx.fillStyle = tones[layer];
    ctx.globalAlpha = layer === 'faint' ? 0.7 : 0.72;
    for (const dot of dots) {
      const kind = !dot.shown ? 'faint' : dot.weight >= 0.5 ? 'planet' : 'open';
      if (kind !== layer) continue;
      const left = plot.valToPos(dot.x, 'x', true);
      const top = plot.valToPos(dot.y, 'y', true);
      // one by one: a path of ten thousand shapes takes three times as long to fill
      ctx.beginPath();
      // a shape for each verdict, for those who do not tell the colours apart
      if (kind === 'open') {
        ctx.moveTo(left, top - size * 1.2);
        ctx.lineTo(left + size * 1.1, top + size * 0.8);
        ctx.lineTo(left - size * 1.1, top + size * 0.8);
      } else ctx.arc(left, top, kind === 'faint' ? size * 0.7 : size, 0, 7);
      ctx.fill();
    }
  }
  ctx.restore();
}

function nearest(plot: uPlot, dots: Dot[], left: number, top: number): Dot | undefined {
  let best: Dot | undefined;
  let distance = NEAR;
  for (const dot of dots) {
    if (!dot.shown) continue;
    const off = Math.hypot(plot.valToPos(dot.x, 'x') - left, plot.valToPos(dot.y, 'y') - top);
    if (off < distance) {
      distance = off;
      best = dot;
    }
  }
  return best;
}
