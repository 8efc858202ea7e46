import { DefineStream } from './define';
import { StreamList } from './list';

/** All streams, and the way to one more. */
export function StreamsHome() {
  return (
    <div className="grid gap-5">
      <StreamList />
      <DefineStream />
    </div>
  );
}
