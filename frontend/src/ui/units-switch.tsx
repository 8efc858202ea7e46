import { useTranslations } from 'use-intl';

import { SCALES, unitsOf, type Scale } from '@/lib/units';

/** Chooses between the units of small planets and those of large ones. */
export function UnitsSwitch({ scale, onScale }: { scale: Scale; onScale: (scale: Scale) => void }) {
  const t = useTranslations('units');
  return (
    <div role="group" aria-label={t('label')} className="flex">
      {SCALES.map((known) => {
        const units = unitsOf(known);
        return (
          <button key={known} type="button" className="choice" aria-pressed={known === scale} aria-label={`${units.radiusSign}, ${units.depthSign} – ${t(known)}`} onClick={() => onScale(known)}>
            {units.radiusSign}, {units.depthSign}
          </button>
        );
      })}
    </div>
  );
}
