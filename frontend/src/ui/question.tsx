import type { ReactNode } from 'react';

import { Button } from './basics';
import { Dialog } from './dialog';
import { ErrorNotice } from './error-notice';

interface QuestionProps {
  open: boolean;
  title: ReactNode;
  /** What comes of it. */
  about?: ReactNode;
  /** The two answers: leave it, or do it. */
  stay: string;
  go: string;
  pending: boolean;
  /** Why it was not done, if it was tried. */
  error: unknown;
  onStay: () => void;
  onGo: () => void;
}

/** The question before something that can not be undone. */
export function Question({ open, title, about, stay, go, pending, error, onStay, onGo }: QuestionProps) {
  return (
    <Dialog open={open} title={title} onClose={onStay}>
      {about && <p className="text-sm">{about}</p>}
      {Boolean(error) && (
        <div className="mt-3">
          <ErrorNotice error={error} />
        </div>
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onStay}>{stay}</Button>
        <Button kind="danger" onClick={onGo} disabled={pending}>
          {go}
        </Button>
      </div>
    </Dialog>
  );
}
