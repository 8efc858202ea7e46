import { scaleLinear, scaleLog } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { ReactNode } from 'react';

export type Point = [x: number, y: number];

export interface Series {
  name: string;
  tone?: 'planet' | 'false' | 'open';
  points: Point[];
}

interface XYProps {
  /** What is drawn, in words. */
  label: string;
  x: string;
  y: string;
  xDomain?: [number, number];
  yDomain?: [number, number];
  xLog?: boolean;
  series: Series[];
  /** A line to compare with. */
  reference?: Point[];
  /** Points of their own, such as where one stands now. */
  marks?: Point[];
  /** Places along x at which something happened. */
  flags?: number[];
  width?: number;
  height?: number;
  format?: (value: number) => string;
  /** Where the other axis is written another way. */
  yFormat?: (value: number) => string;
  children?: ReactNode;
}

const ROOM = { top: 20, right: 14, bottom: 38 };
/** Of a digit on an axis, and the least that is left for all of them. */
const DIGIT = 6.6;
const LEAST_LEFT = 46;

/** Lines over two axes. */
export function XYChart({ label, x, y, xDomain = [0, 1], yDomain = [0, 1], xLog = false, series, reference, marks = [], flags = [], width = 380, height = 270, format = String, yFormat = format }: XYProps) {
  const yTicks = scaleLinear<number>({ domain: yDomain }).ticks(5);
  const roomLeft = Math.max(LEAST_LEFT, 14 + DIGIT * Math.max(...yTicks.map((tick) => yFormat(tick).length)));
  const xScale = (xLog ? scaleLog<number> : scaleLinear<number>)({ domain: xDomain, range: [roomLeft, width - ROOM.right] });
  const yScale = scaleLinear<number>({ domain: yDomain, range: [height - ROOM.bottom, ROOM.top] });
  // along factors, powers of ten alone have room for their numbers
  const xTicks = xScale.ticks(5).filter((tick) => !xLog || Number.isInteger(Math.log10(tick)));
  const left = (point: Point) => xScale(point[0]) ?? 0;
  const top = (point: Point) => yScale(point[1]) ?? 0;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} data-figure className="w-full">
      {yTicks.map((tick) => (
        <g key={tick}>
          <line className="gridline" x1={roomLeft} x2={width - ROOM.right} y1={yScale(tick)} y2={yScale(tick)} />
          <text className="tick" x={roomLeft - 7} y={yScale(tick)} dy="0.34em" textAnchor="end">
            {yFormat(tick)}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <text key={tick} className="tick" x={xScale(tick)} y={height - ROOM.bottom + 16} textAnchor={xScale(tick) + (DIGIT * format(tick).length) / 2 > width ? 'end' : 'middle'}>
          {format(tick)}
        </text>
      ))}
      <line className="axis" x1={roomLeft} x2={width - ROOM.right} y1={height - ROOM.bottom} y2={height - ROOM.bottom} />
      <text className="label" x={(roomLeft + width - ROOM.right) / 2} y={height - 4} textAnchor="middle">
        {x}
      </text>
      <text className="label" x={4} y={11}>
        {y}
      </text>
      {reference && <LinePath className="reference" data={reference} x={left} y={top} />}
      {flags.map((flag) => (
        <g key={flag} className="flag">
          <line x1={xScale(flag)} x2={xScale(flag)} y1={ROOM.top} y2={height - ROOM.bottom} />
          <path d={`M${xScale(flag)} ${ROOM.top + 8}l-5 -8h10z`} />
        </g>
      ))}
      {series.map((one) => (
        <LinePath key={one.name} className="curve" data-tone={one.tone} data={one.points} x={left} y={top} />
      ))}
      {marks.map((mark, i) => (
        <circle key={i} className="mark" cx={left(mark)} cy={top(mark)} r={6} />
      ))}
    </svg>
  );
}
