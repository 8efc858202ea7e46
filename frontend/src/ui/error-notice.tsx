import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { asProblem, type ApiProblem } from '@/api/problem';
import { excerpt, type NumberedLine } from '@/lib/excerpt';
import { cx } from '@/lib/cx';

import { Button, Notice, Said } from './basics';
import { WhatIsWrong } from './what-is-wrong';

interface ErrorNoticeProps {
  error: unknown;
  /** The file that was sent, to show the line that is to blame; it is read here, not sent again. */
  file?: File;
  onRetry?: () => void;
}

type Kind = 'unreachable' | 'unauthorized' | 'forbidden' | 'missing' | 'conflict' | 'large' | 'table' | 'request' | 'busy' | 'fault';

function kindOf(problem: ApiProblem): Kind {
  switch (problem.status) {
    case 0:
      return 'unreachable';
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
      return 'missing';
    case 409:
      return 'conflict';
    case 413:
      return 'large';
    case 422:
      return 'table';
    case 429:
    case 502:
    case 503:
    case 504:
      return 'busy';
    default:
      return problem.status >= 500 ? 'fault' : 'request';
  }
}

/** What went wrong, where, and what to do about it. */
export function ErrorNotice({ error, file, onRetry }: ErrorNoticeProps) {
  const t = useTranslations('error');
  const problem = asProblem(error);
  const kind = kindOf(problem);
  return (
    <Notice tone="danger" live title={t(`${kind}.title`)}>
      {kind !== 'unreachable' && <WhatIsWrong code={problem.code}>{problem.message}</WhatIsWrong>}
      {problem.errors.length > 1 && (
        <ul className="mt-2 list-disc pl-5">
          {problem.errors.map((one, i) => (
            <li key={i}>
              {one.line !== undefined && <strong>{t('line', { line: one.line })} </strong>}
              {(one.column ?? one.field) && <code className="font-mono">{one.column ?? one.field} </code>}
              <Said>{one.message}</Said>
            </li>
          ))}
        </ul>
      )}
      {file && problem.line !== undefined && <Excerpt file={file} line={problem.line} />}
      <p className="mt-2">
        {t(`${kind}.todo`)} {kind === 'unreachable' && t(onRetry ? 'unreachable.asksAgain' : 'unreachable.doAgain')}
      </p>
      {(onRetry || problem.traceId) && (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          {onRetry && (
            <Button size="small" onClick={onRetry}>
              {t('again')}
            </Button>
          )}
          {problem.traceId && problem.status >= 500 && (
            <span className="text-xs text-muted">
              {t('trace')} <code className="font-mono">{problem.traceId}</code>
            </span>
          )}
        </div>
      )}
    </Notice>
  );
}

function Excerpt({ file, line }: { file: File; line: number }) {
  const t = useTranslations('error');
  const [lines, setLines] = useState<NumberedLine[]>([]);
  useEffect(() => {
    let stale = false;
    excerpt(file, line).then(
      (found) => !stale && setLines(found),
      () => !stale && setLines([]),
    );
    return () => {
      stale = true;
    };
  }, [file, line]);
  if (lines.length === 0) return null;
  return (
    <div className="mt-2 overflow-x-auto rounded-md bg-surface font-mono text-xs" tabIndex={0} role="region" aria-label={t('excerpt', { line })}>
      <ol>
        {lines.map((one) => (
          <li key={one.number} className={cx('flex gap-3 px-3 py-1 whitespace-pre', one.number === line && 'bg-danger-soft font-bold')}>
            <span className="figures w-12 shrink-0 text-right text-muted">{one.number}</span>
            <bdi>{one.text}</bdi>
          </li>
        ))}
      </ol>
    </div>
  );
}
