import { useEffect, useId, useRef, useState, type DragEvent } from 'react';

import { cx } from '@/lib/cx';

interface DropTargetProps {
  title: string;
  /** What kinds of files are taken. */
  hint: string;
  onFile: (file: File) => void;
  /** Whether several files may come at once, one call for each. */
  many?: boolean;
  className?: string;
}

/** Where a file is dropped, or chosen. */
export function DropTarget({ title, hint, onFile, many = false, className }: DropTargetProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  function pass(files: FileList | null | undefined) {
    for (const file of many ? [...(files ?? [])] : [...(files ?? [])].slice(0, 1)) onFile(file);
  }

  // somebody may have been quicker than the script
  useEffect(() => {
    pass(input.current?.files);
    // once, for what was there before
  }, []);

  function take(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    pass(event.dataTransfer.files);
  }

  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
      className={cx(
        'relative flex flex-col items-center justify-center gap-2 rounded-xl border-2 border-dashed px-4 text-center focus-within:border-accent focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-accent',
        over ? 'border-accent bg-accent-soft' : 'border-edge bg-sunken',
        className ?? 'py-10',
      )}
    >
      <svg viewBox="0 0 40 40" className="size-9" aria-hidden="true" fill="none">
        <path className="axis" strokeWidth="2" d="M6 27v5a3 3 0 0 0 3 3h22a3 3 0 0 0 3-3v-5" />
        <path className="curve" strokeLinecap="round" d="M20 27V7m-8 8 8-8 8 8" />
      </svg>
      <label htmlFor={id} className="text-base font-semibold">
        {title}
      </label>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {hint}
      </p>
      <input
        ref={input}
        id={id}
        type="file"
        multiple={many}
        aria-describedby={`${id}-hint`}
        className="absolute inset-0 cursor-pointer opacity-0"
        onChange={(event) => {
          pass(event.target.files);
          event.target.value = '';
        }}
      />
    </div>
  );
}
