import { useId, useRef, type PointerEvent } from 'react';

import { flux, lightCurve } from '@/lib/transit';

interface TransitViewProps {
  /** Where the planet stands, in stellar radii from the centre. */
  x: number;
  b: number;
  k: number;
  onMove?: (x: number) => void;
  label: string;
}

export const REACH = 1.7;
const STAR = { x: 150, y: 128, r: 78 };
const PLOT = { left: 320, right: 620, top: 54, bottom: 196 };

/** A star, a planet before it, and what that does to the light. Drawn on the night, whatever the theme. */
export function TransitView({ x, b, k, onMove, label }: TransitViewProps) {
  const svg = useRef<SVGSVGElement>(null);
  const gradient = useId();
  const curve = lightCurve(b, k);
  const deepest = Math.max(1 - Math.min(...curve.map(([, light]) => light)), 1e-6);
  const left = (at: number) => PLOT.left + ((at + REACH) / (2 * REACH)) * (PLOT.right - PLOT.left);
  const top = (light: number) => PLOT.top + 26 + ((1 - light) / deepest) * (PLOT.bottom - PLOT.top - 44);
  const now = flux(x, b, k);

  function follow(event: PointerEvent) {
    const box = svg.current?.getBoundingClientRect();
    if (!box || !onMove || event.buttons === 0) return;
    const at = ((event.clientX - box.left) / box.width) * 640;
    const place = at < 300 ? (at - STAR.x) / STAR.r : ((at - PLOT.left) / (PLOT.right - PLOT.left)) * 2 * REACH - REACH;
    onMove(Math.max(-REACH, Math.min(REACH, Number(place.toFixed(3)))));
  }

  return (
    <svg
      ref={svg}
      viewBox="0 0 640 240"
      role="img"
      aria-label={label}
      className="w-full touch-pan-y select-none"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={follow}
    >
      <defs>
        <radialGradient id={gradient}>
          <stop offset="0" stopColor="#fff3d0" />
          <stop offset="0.55" stopColor="#ffd778" />
          <stop offset="0.88" stopColor="#f7b23e" />
          <stop offset="1" stopColor="#d98218" />
        </radialGradient>
      </defs>
      {[28, 96, 206, 262, 18, 284, 120, 240].map((at, i) => (
        <circle key={at} cx={at} cy={[24, 14, 30, 84, 190, 208, 232, 148][i]} r={i % 3 === 0 ? 1.5 : 0.9} fill="#fff" opacity={0.55} />
      ))}
      <circle cx={STAR.x} cy={STAR.y} r={STAR.r + 16} fill="#ffc857" opacity="0.07" />
      <circle cx={STAR.x} cy={STAR.y} r={STAR.r + 7} fill="#ffc857" opacity="0.1" />
      <circle cx={STAR.x} cy={STAR.y} r={STAR.r} fill={`url(#${gradient})`} />
      <line x1={STAR.x - REACH * STAR.r} x2={STAR.x + REACH * STAR.r} y1={STAR.y + b * STAR.r} y2={STAR.y + b * STAR.r} stroke="#fff" strokeOpacity="0.35" strokeDasharray="3 5" />
      <circle cx={STAR.x + x * STAR.r} cy={STAR.y + b * STAR.r} r={Math.max(2.5, k * STAR.r)} fill="#0b1124" stroke="#9db8ff" strokeWidth="1.5" />

      <line x1={PLOT.left} x2={PLOT.right} y1={top(1)} y2={top(1)} stroke="#fff" strokeOpacity="0.18" />
      <path d={`M${curve.map(([at, light]) => `${left(at).toFixed(1)} ${top(light).toFixed(1)}`).join('L')}`} fill="none" stroke="#9db8ff" strokeWidth="2.5" strokeLinejoin="round" />
      <line x1={left(x)} x2={left(x)} y1={PLOT.top} y2={PLOT.bottom} stroke="#fff" strokeOpacity="0.25" />
      <circle cx={left(x)} cy={top(now)} r="6" fill="#0d1428" stroke="#ffc857" strokeWidth="3" />
    </svg>
  );
}
