import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';

import { ChartFrame } from '@/charts/frame';
import { XYChart } from '@/charts/xy';
import { useLanguage } from '@/i18n/language';
import { figure, percent } from '@/lib/format';
import { flux, lightCurve, ratioOf } from '@/lib/transit';
import { REACH, TransitView } from '@/sections/transit-view';

/** As far to either side of the dip as there is something to see. */
const ROOM = 1.15;

/** The transit that the numbers of the table describe. It is drawn, not observed, and says so. */
export function Dip({ depth, source }: { depth: number; source: string }) {
  const t = useTranslations('object.dip');
  const { language } = useLanguage();
  const id = useId();
  const [x, setX] = useState(-0.55);
  const k = ratioOf(depth);
  const curve = lightCurve(0, k, -REACH * Math.max(1, ROOM * (1 + k) / REACH), REACH * Math.max(1, (ROOM * (1 + k)) / REACH));
  const deepest = Math.min(...curve.map(([, light]) => light));
  const light = flux(x, 0, k);
  const digits = depth < 1_000 ? 3 : depth < 20_000 ? 2 : 1;
  const reach = curve.at(-1)?.[0] ?? REACH;
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <section className="flex flex-col overflow-hidden rounded-2xl border border-white/10 bg-night text-white" data-night aria-labelledby={`${id}-title`}>
        <div className="px-5 pt-4">
          <h2 id={`${id}-title`} className="text-lg">
            {t('picture')}
          </h2>
          <p className="text-sm text-white/80">{t('model')}</p>
        </div>
        <div className="my-auto px-3">
          <TransitView x={x} b={0} k={k} onMove={setX} label={t('drawing', { light: percent(language, light, digits) })} />
        </div>
        <div className="flex items-center gap-5 border-t border-white/12 px-5 py-3">
          <input type="range" className="range" aria-label={t('drag')} min={-REACH} max={REACH} step={0.01} value={x} aria-valuetext={t('place', { place: figure(language, x, 2), light: percent(language, light, digits) })} onChange={(event) => setX(Number(event.target.value))} />
          <span className="figures shrink-0 text-lg font-bold">{percent(language, light, digits)}</span>
        </div>
      </section>
      <ChartFrame
        title={t('title')}
        level={2}
        source={`${t('model')} · ${source}`}
        summary={t('summary', { deepest: percent(language, 1 - deepest, digits), ratio: figure(language, k, 3) })}
        numbers={{ columns: ['stellar_radii_from_middle', 'relative_flux'], rows: curve.map(([place, value]) => [place, value]) }}
      >
        <XYChart
          label={t('label')}
          x={t('x')}
          y={t('y')}
          width={520}
          height={300}
          xDomain={[-reach, reach]}
          yDomain={[deepest - (1 - deepest) * 0.12, 1 + (1 - deepest) * 0.12]}
          format={(value) => figure(language, value, 1)}
          yFormat={(value) => percent(language, value, digits)}
          series={[{ name: t('model'), points: curve }]}
        />
      </ChartFrame>
    </div>
  );
}
