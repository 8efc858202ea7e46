import type { Drawn } from './points-svg';

/** What is seen of the points, as a file; what draws it is loaded when somebody asks for one. */
export async function pointsFile(drawn: Drawn): Promise<string> {
  return (await import('./points-svg')).pointsSvg(drawn);
}
