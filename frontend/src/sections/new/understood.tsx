import { useTranslations } from 'use-intl';

import { Parts } from '@/charts/bar';
import { verdictTone } from '@/charts/verdict';
import { useLanguage } from '@/i18n/language';
import { bytes, count, percent } from '@/lib/format';
import { LabelBadge } from '@/sections/label-badge';
import { Card, Notice } from '@/ui/basics';
import { Meaning } from '@/ui/meaning';

import type { Inspection } from './inspection';

/** Which table it is, how large, and what was decided of its objects. */
export function Understood({ file, found }: { file: File; found: Inspection }) {
  const t = useTranslations('new');
  const { language } = useLanguage();
  const labels = Object.entries(found.labels).sort(([one], [other]) => ORDER[verdictTone(one)] - ORDER[verdictTone(other)]);
  const all = labels.reduce((sum, [, number]) => sum + number, 0) || 1;
  return (
    <Card title={t(`tables.${found.mission}`)} about={<Meaning kind="sentences">{found.explanation}</Meaning>}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
        {(
          [
            ['objects', count(language, found.objects)],
            ['stars', found.profile?.stars === undefined ? '–' : count(language, found.profile.stars)],
            ['columns', t('columnsUsed', { used: found.used.length, all: found.columns })],
            ['size', bytes(language, file.size)],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt className="text-xs text-muted">{t(`facts.${name}`)}</dt>
            <dd className="figures text-lg font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-5 mb-2 text-sm">{t('labels')}</h3>
      <Parts parts={labels.map(([name, value]) => ({ name, value, tone: verdictTone(name) }))} />
      <ul className="mt-2 flex flex-wrap gap-2">
        {labels.map(([name, number]) => (
          <li key={name}>
            <LabelBadge label={name}>
              <span className="figures">
                {count(language, number)} · {percent(language, number / all)}
              </span>
            </LabelBadge>
          </li>
        ))}
      </ul>
      {found.notes.length > 0 && (
        <div className="mt-4">
          <Notice>
            {found.notes.map((note) => (
              <Meaning kind="sentences" as="p" key={note}>
                {note}
              </Meaning>
            ))}
          </Notice>
        </div>
      )}
    </Card>
  );
}

const ORDER = { planet: 0, false: 1, open: 2 };
