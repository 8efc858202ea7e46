import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type uPlot from 'uplot';

import { useLanguage } from '@/i18n/language';
import { place } from '@/lib/format';
import { Button } from '@/ui/basics';

import { colour, useThemeTurn } from './theme';

export interface Layer {
  kind: 'dots' | 'line' | 'bins';
  x: number[];
  y: number[];
  /** Of bins: how uncertain each is. */
  errors?: number[];
  /** Of bins: rings, to be told from others by more than their hue. */
  hollow?: boolean;
  tone: 'muted' | 'accent' | 'false' | 'planet' | 'ink';
}

export type Span = [from: number, to: number];

interface PointsProps {
  layers: Layer[];
  x: string;
  y: string;
  label: string;
  /** All there is to see. */
  xWhole: Span;
  /** How little of it may be seen at a time. */
  xLeast?: number;
  /** What of it is seen; all of it, if nothing is said. */
  xShown?: Span;
  onShow?: (shown: Span | undefined) => void;
  /** Between which values everything in sight lies. */
  yRange: (shown: Span) => Span;
  /** Where along x a mark stands. */
  marks?: number[];
  xLog?: boolean;
  /** Called with the place along x of a click. */
  onPick?: (x: number) => void;
  height?: number;
  format?: (value: number) => string;
}

const HEIGHT = 260;
/** Of a digit on an axis, and how far two numbers under it have to be apart, in pixels. */
const DIGIT = 7;
const APART = 40;
const CLOSER = 0.5;
const ASIDE = 0.25;

/** What is seen after a step nearer, away, or to the side; never more than there is. */
export function moved([from, to]: Span, whole: Span, step: 'in' | 'out' | 'left' | 'right'): Span | undefined {
  const width = to - from;
  const middle = (from + to) / 2;
  const next: Span =
    step === 'in'
      ? [middle - (width * CLOSER) / 2, middle + (width * CLOSER) / 2]
      : step === 'out'
        ? [middle - width / CLOSER / 2, middle + width / CLOSER / 2]
        : [from + (step === 'left' ? -ASIDE : ASIDE) * width, to + (step === 'left' ? -ASIDE : ASIDE) * width];
  const size = next[1] - next[0];
  if (size >= whole[1] - whole[0]) return undefined;
  if (next[0] < whole[0]) return [whole[0], whole[0] + size];
  if (next[1] > whole[1]) return [whole[1] - size, whole[1]];
  return next;
}

/** Around the middle of what was chosen, where that is less than may be seen. */
export function noCloser([from, to]: Span, least: number): Span {
  const room = Math.max(0, least - (to - from)) / 2;
  return [from - room, to + room];
}

const NONE: number[] = [];

const KEYS: Record<string, 'in' | 'out' | 'left' | 'right'> = { '+': 'in', '=': 'in', '-': 'out', ArrowLeft: 'left', ArrowRight: 'right' };

/** Thousands of points over two axes, on a canvas; with onShow to be looked at more closely by mouse, touch and keyboard. */
export function Points({ layers, x, y, label, xWhole, xLeast = 0, xShown, onShow, yRange, marks = NONE, xLog = false, onPick, height = HEIGHT, format = String }: PointsProps) {
  const t = useTranslations('lightcurve.zoom');
  const { language } = useLanguage();
  const xFormat = (value: number) => place(language, value);
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const state = useRef({ layers, marks, xWhole, shown: xShown ?? xWhole, onShow, yRange, onPick, format, xFormat });
  const turn = useThemeTurn();

  // nothing has to be drawn anew for these
  useEffect(() => {
    Object.assign(state.current, { onShow: onShow && ((next: Span | undefined) => onShow(next && noCloser(next, xLeast))), onPick, format, xFormat });
  });

  useEffect(() => {
    const shown = xShown ?? xWhole;
    Object.assign(state.current, { layers, marks, xWhole, shown, yRange });
    plot.current?.setScale('x', { min: shown[0], max: shown[1] });
    plot.current?.redraw(false, true);
  }, [layers, marks, xWhole, xShown, yRange]);

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let gone = false;
    let watcher: ResizeObserver | undefined;
    void import('uplot').then(({ default: Plot }) => {
      if (gone) return;
      const line = colour(element, 'line');
      const ink = colour(element, 'muted');
      const tones = Object.fromEntries((['muted', 'accent', 'false', 'planet', 'ink'] as const).map((tone) => [tone, colour(element, tone)])) as Record<Layer['tone'], string>;
      const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 }, font: '12px sans-serif', labelFont: '12px sans-serif', labelSize: 20 };
      plot.current = new Plot(
        {
          width: element.clientWidth,
          height,
          legend: { show: false },
          cursor: { drag: { x: Boolean(state.current.onShow), y: false, setScale: false }, points: { show: false }, x: Boolean(state.current.onPick), y: false },
          scales: { x: { time: false, distr: xLog ? 3 : 1, range: () => state.current.shown }, y: { range: () => state.current.yRange(state.current.shown) } },
          axes: [
            { ...axis, label: x, space: APART, values: (_: uPlot, splits: (number | null)[]) => splits.map((split) => (split === null ? null : state.current.xFormat(split))), ...(xLog && { filter: roundOnes }) },
            { ...axis, label: y, size: (_: uPlot, values: string[] | null) => 20 + DIGIT * Math.max(3, ...(values ?? []).map((value) => value.length)), values: (_: uPlot, splits: number[]) => splits.map((split) => state.current.format(split)) },
          ],
          series: [{}, { paths: () => null, points: { show: false } }],
          hooks: {
            draw: [(drawn) => draw(drawn, state.current.layers, state.current.marks, tones)],
            setSelect: [
              (chosen) => {
                const { left, width } = chosen.select;
                if (width < 3) return;
                state.current.onShow?.([chosen.posToVal(left, 'x'), chosen.posToVal(left + width, 'x')]);
                chosen.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
              },
            ],
            ready: [
              (ready) => {
                ready.over.addEventListener('click', (event) => state.current.onPick?.(ready.posToVal(event.offsetX, 'x')));
                if (state.current.onShow) selectByTouch(ready);
              },
            ],
          },
        },
        // what there is to see is drawn below; these only stand for its ends
        [state.current.xWhole, [0, 1]],
        element,
      );
      watcher = new ResizeObserver(() => plot.current?.setSize({ width: element.clientWidth, height }));
      watcher.observe(element);
    });
    return () => {
      gone = true;
      watcher?.disconnect();
      plot.current?.destroy();
      plot.current = undefined;
    };
  }, [x, y, xLog, height, turn]);

  const seen = xShown ?? xWhole;
  const closest = (seen[1] - seen[0]) * CLOSER < xLeast;
  const show = (step: 'in' | 'out' | 'left' | 'right') => !(step === 'in' && closest) && onShow?.(moved(seen, xWhole, step));
  function onKey(event: KeyboardEvent) {
    const step = KEYS[event.key];
    if (event.key === 'Home' || event.key === '0') onShow?.(undefined);
    else if (step) show(step);
    else return;
    event.preventDefault();
  }
  const figure = <div ref={host} role="img" aria-label={label} className="min-h-64 w-full" />;
  if (!onShow) return figure;
  return (
    <div>
      <div tabIndex={0} role="group" aria-label={t('keys')} onKeyDown={onKey} className="rounded-lg">
        {figure}
      </div>
      <div role="group" aria-label={t('title')} className="mt-1 flex flex-wrap gap-1" data-noprint>
        {(['in', 'out', 'left', 'right'] as const).map((step) => (
          <Button key={step} size="small" onClick={() => show(step)} disabled={step === 'in' ? closest : !xShown} aria-label={t(step)} title={t(step)}>
            <span aria-hidden="true">{{ in: '+', out: '−', left: '←', right: '→' }[step]}</span>
          </Button>
        ))}
        <Button size="small" onClick={() => onShow(undefined)} disabled={!xShown}>
          {t('all')}
        </Button>
      </div>
    </div>
  );
}

/** A finger that moves sideways chooses, as a mouse does; one that moves up or down scrolls the page (touch-action). */
function selectByTouch(plot: uPlot) {
  const { over } = plot;
  let from: number | undefined;
  const place = (event: PointerEvent) => Math.min(over.clientWidth, Math.max(0, event.clientX - over.getBoundingClientRect().left));
  const select = (event: PointerEvent, done: boolean) => {
    if (from === undefined || event.pointerType !== 'touch') return;
    const to = place(event);
    plot.setSelect({ left: Math.min(from, to), width: Math.abs(to - from), top: 0, height: over.clientHeight }, done);
  };
  over.addEventListener('pointerdown', (event) => {
    // a second finger is the browser's, to look closer at the page
    from = event.pointerType === 'touch' && event.isPrimary ? place(event) : undefined;
  });
  over.addEventListener('pointermove', (event) => select(event, false));
  over.addEventListener('pointerup', (event) => {
    select(event, true);
    from = undefined;
  });
  over.addEventListener('pointercancel', () => {
    from = undefined;
    plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
  });
}

/** Of the places of a logarithmic axis those that begin with 1, 2 or 5. */
function roundOnes(_: uPlot, splits: number[]): (number | null)[] {
  return splits.map((split) => ([1, 2, 5].some((digit) => Math.abs(split / digit - 10 ** Math.round(Math.log10(split / digit))) < 1e-6 * split) ? split : null));
}

function draw(plot: uPlot, layers: Layer[], marks: number[], tones: Record<Layer['tone'], string>) {
  const { ctx } = plot;
  const ratio = window.devicePixelRatio || 1;
  const { left, top, width, height } = plot.bbox;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.fillStyle = tones.planet;
  for (const mark of marks) {
    const at = plot.valToPos(mark, 'x', true);
    ctx.beginPath();
    ctx.moveTo(at - 4 * ratio, top);
    ctx.lineTo(at + 4 * ratio, top);
    ctx.lineTo(at, top + 7 * ratio);
    ctx.fill();
  }
  const [low, high] = [plot.scales.x?.min ?? 0, plot.scales.x?.max ?? 0];
  for (const layer of layers) {
    ctx.fillStyle = tones[layer.tone];
    ctx.strokeStyle = tones[layer.tone];
    if (layer.kind === 'line') line(plot, layer, ratio);
    else {
      ctx.globalAlpha = layer.kind === 'dots' ? 0.55 : 1;
      ctx.lineWidth = 1.5 * ratio;
      const size = (layer.kind === 'dots' ? 1.3 : 2.6) * ratio;
      layer.x.forEach((value, i) => {
        if (value < low || value > high) return;
        const across = plot.valToPos(value, 'x', true);
        const up = plot.valToPos(layer.y[i] ?? 0, 'y', true);
        ctx.beginPath();
        ctx.arc(across, up, size, 0, 7);
        if (layer.hollow) ctx.stroke();
        else ctx.fill();
        const error = layer.errors?.[i];
        if (!error) return;
        const reach = Math.abs(plot.valToPos((layer.y[i] ?? 0) + error, 'y', true) - up);
        ctx.fillRect(across - ratio / 2, up - reach, ratio, 2 * reach);
      });
      ctx.globalAlpha = 1;
    }
  }
  ctx.restore();
}

function line(plot: uPlot, { x, y }: Layer, ratio: number) {
  const { ctx } = plot;
  ctx.lineWidth = 2 * ratio;
  ctx.lineJoin = 'round';
  ctx.beginPath();
  // no line across what was not measured
  const step = Math.abs((x.at(-1) ?? 0) - (x[0] ?? 0)) / 50;
  x.forEach((value, i) => {
    const [across, up] = [plot.valToPos(value, 'x', true), plot.valToPos(y[i] ?? 0, 'y', true)];
    if (i === 0 || Math.abs(value - (x[i - 1] ?? 0)) > step) ctx.moveTo(across, up);
    else ctx.lineTo(across, up);
  });
  ctx.stroke();
}
