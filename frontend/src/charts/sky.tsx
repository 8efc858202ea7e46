import { useEffect, useLayoutEffect, useMemo, useRef, useState, type MouseEvent } from 'react';

import { skyLines } from './sky-lines';
import { fieldOf, inField, wholeSky, type Place } from './sky-projection';
import { colour, useThemeTurn, type Low } from './theme';

export interface SkyDot extends Place {
  key: string;
  weight: number;
  shown: boolean;
}

interface SkyProps {
  dots: SkyDot[];
  label: string;
  selected: string | undefined;
  onSelect: (key: string) => void;
  /** The colour of those of little weight. */
  low?: Low;
}

const NEAR = 14;
const EDGE = 30;

/** How the dots lie on the canvas: the whole sky, or the one field that they are in. */
function layout(dots: SkyDot[], width: number) {
  const field = fieldOf(dots);
  const project = field ? inField(field) : wholeSky;
  const height = field ? Math.min(width, 360) : width / 2;
  const [rx, ry] = field ? [height / 2 - EDGE, height / 2 - EDGE] : [width / 2 - EDGE, height / 2 - EDGE / 2];
  const at = (place: Place): [number, number] => {
    const [x, y] = project(place);
    return [width / 2 + x * rx, height / 2 - y * ry];
  };
  return { field, height, rx, ry, at };
}

/** Where on the sky the objects are. Whoever can not see or point finds the same ones, with the same selection, in the table. */
export function Sky({ dots, label, selected, onSelect, low = 'false' }: SkyProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const mark = useRef<HTMLSpanElement>(null);
  const [width, setWidth] = useState(0);
  const turn = useThemeTurn();
  const placed = useMemo(() => layout(dots, width), [dots, width]);
  const chosen = useMemo(() => (selected === undefined ? undefined : dots.find((dot) => dot.key === selected)), [dots, selected]);

  // before anything is painted, so that what stands below never moves
  useLayoutEffect(() => {
    const host = canvas.current?.parentElement;
    if (!host) return;
    setWidth(host.clientWidth);
    const watcher = new ResizeObserver(() => setWidth(host.clientWidth));
    watcher.observe(host);
    return () => watcher.disconnect();
  }, []);

  useEffect(() => {
    if (canvas.current && width > 0) paint(canvas.current, dots, placed, width, low);
  }, [dots, placed, width, turn, low]);

  // an element of its own: from one to the next, ten thousand dots need not be drawn again
  useEffect(() => {
    if (!mark.current || !chosen || width === 0) return;
    const [x, y] = placed.at(chosen);
    mark.current.style.left = `${x}px`;
    mark.current.style.top = `${y}px`;
  }, [chosen, placed, width]);

  function choose(event: MouseEvent<HTMLCanvasElement>) {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    let best: SkyDot | undefined;
    let distance = NEAR;
    for (const dot of dots) {
      if (!dot.shown) continue;
      const [x, y] = placed.at(dot);
      const off = Math.hypot(x - (event.clientX - left), y - (event.clientY - top));
      if (off < distance) [best, distance] = [dot, off];
    }
    if (best) onSelect(best.key);
  }

  return (
    <div className="relative">
      <canvas ref={canvas} role="img" aria-label={label} className="block w-full cursor-crosshair" onClick={choose} />
      <span ref={mark} className="dot-mark" hidden={!chosen || width === 0} />
    </div>
  );
}

function paint(canvas: HTMLCanvasElement, dots: SkyDot[], { field, height, rx, ry, at }: ReturnType<typeof layout>, width: number, low: Low) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.height = `${height}px`;
  const ctx = canvas.getContext('2d');
  if (!ctx) return;
  ctx.scale(ratio, ratio);
  const box: [number, number, number, number] = [width / 2 - rx, height / 2 - ry, 2 * rx, 2 * ry];
  ctx.font = '11.5px sans-serif';
  ctx.textAlign = 'center';
  ctx.strokeStyle = colour(canvas.parentElement ?? document.body, 'line');
  const ink = colour(canvas.parentElement ?? document.body, 'muted');
  ctx.save();
  if (field) {
    ctx.strokeRect(...box);
    ctx.beginPath();
    ctx.rect(...box);
    ctx.clip();
  }
  const lines = skyLines(field);
  for (const line of lines) {
    ctx.beginPath();
    line.places.forEach((place, i) => (i === 0 ? ctx.moveTo(...at(place)) : ctx.lineTo(...at(place))));
    ctx.stroke();
  }
  ctx.restore();
  ctx.fillStyle = ink;
  for (const { label, places } of lines) {
    const [first, last] = [at(places[0] as Place), at(places.at(-1) as Place)];
    const meridian = Math.abs(first[0] - last[0]) < Math.abs(first[1] - last[1]) || (!field && places[0]?.dec === -90);
    if (!field) {
      if (meridian) {
        const [x, y] = at({ ra: (places[0] as Place).ra, dec: 0 });
        if (x > EDGE / 2 && x < width - EDGE / 2) ctx.fillText(label, x, y - 3);
      } else ctx.fillText(label, first[0] + (first[0] > width / 2 ? 14 : -14), first[1] + 4);
    } else if (meridian) ctx.fillText(label, at({ ra: (places[0] as Place).ra, dec: field.dec })[0], box[1] + box[3] + 14);
    else {
      ctx.textAlign = 'right';
      ctx.fillText(label, box[0] - 5, at(places[0] as Place)[1] + 4);
      ctx.textAlign = 'center';
    }
  }
  const host = canvas.parentElement ?? document.body;
  for (const kind of ['line', 'false', 'planet'] as const) {
    ctx.fillStyle = colour(host, kind === 'false' ? low : kind);
    ctx.globalAlpha = 0.75;
    for (const dot of dots) {
      if ((!dot.shown ? 'line' : dot.weight >= 0.5 ? 'planet' : 'false') !== kind) continue;
      const [x, y] = at(dot);
      // one by one, as in the scatter
      ctx.beginPath();
      if (kind === 'false') {
        ctx.moveTo(x, y - 3.1);
        ctx.lineTo(x + 2.9, y + 2);
        ctx.lineTo(x - 2.9, y + 2);
      } else ctx.arc(x, y, 2.4, 0, 7);
      ctx.fill();
    }
  }
}
