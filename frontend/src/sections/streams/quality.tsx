import { useMemo } from 'react';
import { useTranslations } from 'use-intl';

import type { Metrics, Stream, StreamCourse } from '@/api/streams';
import { ChartFrame } from '@/charts/frame';
import { XYChart, type Point, type Series } from '@/charts/xy';
import { useLanguage } from '@/i18n/language';
import { oneOf, useAddress } from '@/lib/address';
import { count, figure, measured, percent } from '@/lib/format';
import { Card, Notice } from '@/ui/basics';
import { SmallTable } from '@/ui/small-table';

import { curveOf, FIGURES, heights, isBest, SAYERS, SPANS, thinned, valueOf, type Sayer } from './figures';

const OVER = oneOf('whole', SPANS);

/** As the service has it where the definition says nothing. */
const USUAL = { last: 1_000, fading: 0.999 };

/** How each line is drawn: by its dashes as well as by its colour. */
const TONES: Record<Sayer, Series['tone']> = { model: undefined, majority: 'open', yesterday: 'false' };

const DIAGONAL: Point[] = [
  [0, 0],
  [1, 1],
];

/** How good the stream is now, never without what says as much for nothing. */
export function QualityTable({ stream, now }: { stream: Stream; now: Metrics }) {
  const t = useTranslations('streams.quality');
  const { language } = useLanguage();
  const [over, setOver] = useAddress('over', OVER);
  const quality = now[over];
  const { last = USUAL.last, fading = USUAL.fading } = stream.definition.quality ?? {};
  const best = isBest(quality, 'accuracy');
  return (
    <Card
      title={t('title')}
      about={t('about')}
      actions={
        <div role="group" aria-label={t('over')} className="flex">
          {SPANS.map((span) => (
            <button key={span} type="button" className="choice whitespace-nowrap" aria-pressed={over === span} onClick={() => setOver(span)}>
              {t(`spans.${span}`, { last: count(language, last) })}
            </button>
          ))}
        </div>
      }
    >
      {now.labels === 0 ? (
        <p className="text-sm text-muted">{t('noLabels')}</p>
      ) : (
        <>
          <SmallTable
            label={t('title')}
            columns={[{ id: 'figure' }, ...SAYERS.map((sayer) => ({ id: sayer, name: t(`sayers.${sayer}`), className: 'text-right align-top' }))]}
            rows={FIGURES.map((name) => ({
              key: name,
              cells: [
                <span key="name">
                  {t(`figures.${name}`)} <span className="block text-xs font-normal text-muted">{t(name === 'accuracy' || name === 'roc_auc' ? 'more' : 'less')}</span>
                </span>,
                ...SAYERS.map((sayer) => {
                  const value = valueOf(quality, name, sayer);
                  const text = value === undefined ? '–' : figure(language, value, 4);
                  return sayer === 'model' ? <strong key={sayer}>{text}</strong> : text;
                }),
              ],
            }))}
          />
          {best !== undefined && (
            <div className="mt-3">
              <Notice tone={best ? 'info' : 'warning'}>{t(best ? 'better' : 'notBetter', { positives: percent(language, quality.positives ?? 0, 1) })}</Notice>
            </div>
          )}
          <p className="mt-3 text-sm text-muted">
            {t('honest')} {over === 'fading' && t('fades', { factor: measured(language, fading, 6) })}
          </p>
        </>
      )}
    </Card>
  );
}

/** How good it was, entry by entry, with the changes that were noticed. */
export function QualityCurves({ course, now, source }: { course: StreamCourse; now: Metrics; source: string }) {
  const t = useTranslations('streams.quality');
  const { language } = useLanguage();
  const [over] = useAddress('over', OVER);
  const points = useMemo(() => thinned([...course.points.filter((point) => point.seq < now.seq), now]), [course.points, now]);
  const from = points[0]?.seq ?? 0;
  const marks = (now.marks ?? []).filter((mark) => mark.seq >= from);
  if (points.length < 2 || now.labels === 0) return null;
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      {FIGURES.map((name) => {
        const curves = SAYERS.map((sayer) => ({ sayer, points: curveOf(points, over, name, sayer) })).filter((curve) => curve.points.length > 0);
        const own = valueOf(now[over], name, 'model');
        const title = t(`figures.${name}`);
        return (
          <ChartFrame
            key={name}
            title={title}
            level={2}
            about={t(`figuresAbout.${name}`)}
            source={source}
            summary={t('curveSummary', { now: own === undefined ? '–' : figure(language, own), entries: count(language, now.seq), drifts: marks.length })}
            numbers={() => ({ columns: ['seq', ...SAYERS], rows: points.map((point) => [point.seq, ...SAYERS.map((sayer) => valueOf(point[over], name, sayer))]) })}
            controls={
              <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
                {curves.map(({ sayer }) => (
                  <li key={sayer} className="flex items-center gap-2">
                    <svg viewBox="0 0 24 8" className="h-2 w-6 shrink-0" aria-hidden="true">
                      <path className="curve" data-tone={TONES[sayer]} d="M0 4h24" />
                    </svg>
                    {t(`sayers.${sayer}`)}
                  </li>
                ))}
                {marks.length > 0 && (
                  <li className="flex items-center gap-2">
                    <svg viewBox="0 0 12 10" className="h-2.5 w-3 shrink-0" aria-hidden="true">
                      <g className="flag">
                        <path d="M6 10l-5 -9h10z" />
                      </g>
                    </svg>
                    {t('drift')}
                  </li>
                )}
              </ul>
            }
          >
            <XYChart
              label={t('curveLabel', { figure: title })}
              x={t('entries')}
              y={title}
              width={460}
              height={270}
              xDomain={[from, now.seq]}
              yDomain={heights(
                curves.map((curve) => curve.points),
                name,
              )}
              format={(value) => count(language, value)}
              yFormat={(value) => figure(language, value, 3)}
              flags={marks.map((mark) => mark.seq)}
              series={[...curves].reverse().map(({ sayer, points: drawn }) => ({ name: t(`sayers.${sayer}`), tone: TONES[sayer], points: drawn }))}
            />
          </ChartFrame>
        );
      })}
    </div>
  );
}

/** What became of events that were given about the same probability. */
export function Calibration({ now, source }: { now: Metrics; source: string }) {
  const t = useTranslations('streams.calibration');
  const { language } = useLanguage();
  const [over] = useAddress('over', OVER);
  const bins = now[over].calibration ?? [];
  if (bins.length === 0) return null;
  const points = bins.map((bin): Point => [bin.predicted, bin.observed]);
  return (
    <ChartFrame
      title={t('title')}
      level={2}
      about={t('about')}
      source={source}
      summary={t('summary', { error: percent(language, now[over].calibration_error ?? 0, 1) })}
      numbers={{ columns: ['from', 'to', 'labels', 'predicted', 'observed'], rows: bins.map((bin) => [bin.from, bin.to, bin.labels, bin.predicted, bin.observed]) }}
    >
      <XYChart label={t('title')} x={t('predicted')} y={t('observed')} width={460} height={320} format={(value) => figure(language, value, 1)} reference={DIAGONAL} series={[{ name: t('title'), points }]} marks={points} />
    </ChartFrame>
  );
}
