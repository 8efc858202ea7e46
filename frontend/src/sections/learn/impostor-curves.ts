/** What takes a dip for a planet's: the brightness over two periods, by the phase from 0 to 2. */
export type Impostor = 'eclipsing' | 'background' | 'grazing' | 'instrument';

export const IMPOSTORS: Impostor[] = ['eclipsing', 'background', 'grazing', 'instrument'];

/** A dip with slanting sides and no bottom. */
function pointed(phase: number, at: number, width: number, depth: number): number {
  return Math.max(0, 1 - Math.abs(phase - at) / width) * depth;
}

/** A dip with a round bottom. */
function round(phase: number, at: number, width: number, depth: number): number {
  const off = (phase - at) / width;
  return Math.abs(off) < 1 ? Math.sqrt(1 - off ** 4) * depth : 0;
}

const CURVES: Record<Impostor, (phase: number) => number> = {
  eclipsing: (phase) => 1 - [0.5, 1.5].reduce((sum, at) => sum + pointed(phase, at, 0.11, 0.36), 0) - [0, 1, 2].reduce((sum, at) => sum + pointed(phase, at, 0.11, 0.17), 0),
  background: (phase) => 1 - [0.5, 1.5].reduce((sum, at) => sum + round(phase, at, 0.09, 0.1), 0) - [0, 1, 2].reduce((sum, at) => sum + round(phase, at, 0.09, 0.035), 0),
  grazing: (phase) => 1 - [0.5, 1.5].reduce((sum, at) => sum + pointed(phase, at, 0.05, 0.12), 0),
  instrument: (phase) =>
    1 -
    [0.33, 1.16, 1.62].reduce((sum, at, i) => {
      const since = phase - at;
      return since < 0 ? sum : sum + [0.22, 0.14, 0.19][i]! * Math.exp(-since / 0.11);
    }, 0),
};

export function brightness(impostor: Impostor, phase: number): number {
  return CURVES[impostor](phase);
}
