import { memo } from 'react';
import { useTranslations } from 'use-intl';

import { usePlanet, type Planet } from '@/api/planets';
import { useLanguage } from '@/i18n/language';
import { measured, moment } from '@/lib/format';
import type { Units } from '@/lib/units';
import { Badge, Button, Card, Said, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';

import { massOf, measure, radiusOf, type Listed } from './planets';
import { signed, uncertain } from './value';

interface DetailsProps {
  planet: Listed;
  units: Units;
  onDelete: (planet: Listed) => void;
}

/** Fields that are shown in their own way. */
const PLACED = new Set(['id', 'nombre', 'provenance', 'tipo', 'distancia_ly']);

/** One planet: what is known of it and its star, and who says so. */
export const Details = memo(function Details({ planet, units, onDelete }: DetailsProps) {
  const t = useTranslations('catalogue');
  const { language } = useLanguage();
  const found = usePlanet(planet.id);
  return (
    <Card
      title={<bdi className="line-clamp-3 break-words">{planet.name}</bdi>}
      about={planet.host && t('star', { star: planet.host })}
      actions={
        <span className="flex flex-wrap gap-1.5">
          {planet.disputed && <Badge tone="false">{t('disputed')}</Badge>}
          <Badge tone={planet.own ? 'plain' : 'open'}>{t(planet.own ? 'sources.own' : 'sources.archive')}</Badge>
        </span>
      }
    >
      {found.isError && !found.data && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.isError && <Skeleton className="h-64" label={t('loading')} />}
      {found.data && (planet.own ? <OwnFacts planet={found.data} /> : <Facts planet={found.data} units={units} />)}
      {found.data?.provenance && (
        <p className="mt-4 text-xs text-muted">
          {found.data.provenance.downloaded
            ? t('fromTable', { table: found.data.provenance.table, downloaded: moment(language, `${found.data.provenance.downloaded}Z`), imported: moment(language, found.data.provenance.imported_at) })
            : t('fromUndated', { table: found.data.provenance.table, imported: moment(language, found.data.provenance.imported_at) })}{' '}
          {found.data.provenance.link && (
            <a href={found.data.provenance.link} rel="noreferrer">
              {t('archive')}
            </a>
          )}
        </p>
      )}
      {planet.own && (
        <div className="mt-4">
          <Button size="small" kind="danger" aria-label={t('delete', { name: planet.name })} onClick={() => onDelete(planet)}>
            {t('deleteIt')}
          </Button>
        </div>
      )}
    </Card>
  );
});

function Facts({ planet, units }: { planet: Planet; units: Units }) {
  const t = useTranslations('catalogue.facts');
  const { language } = useLanguage();
  const plain = (value: unknown, limit?: unknown) => measure(value, limit, false);
  const words = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const facts: [name: Parameters<typeof t>[0], value: string | undefined, unit?: string][] = [
    ['method', words(planet.discoverymethod)],
    ['facility', words(planet.disc_facility)],
    ['year', typeof planet.disc_year === 'number' ? String(planet.disc_year) : undefined],
    ['period', uncertain(language, plain(planet.pl_orbper, planet.pl_orbperlim), planet.pl_orbpererr1, planet.pl_orbpererr2), 'd'],
    ['radius', uncertain(language, radiusOf(planet), planet.pl_radeerr1, planet.pl_radeerr2, units.radius(1)), units.radiusSign],
    [planet.pl_bmassprov === 'Msini' ? 'leastMass' : 'mass', uncertain(language, massOf(planet), planet.pl_bmasseerr1, planet.pl_bmasseerr2), 'M⊕'],
    ['axis', signed(language, plain(planet.pl_orbsmax, planet.pl_orbsmaxlim)), 'au'],
    ['eccentricity', signed(language, plain(planet.pl_orbeccen, planet.pl_orbeccenlim))],
    ['temperature', signed(language, plain(planet.pl_eqt, planet.pl_eqtlim)), 'K'],
    ['light', signed(language, plain(planet.pl_insol, planet.pl_insollim)), 'S⊕'],
    ['distance', signed(language, plain(planet.distancia_ly)), t('ly')],
    ['planets', typeof planet.sy_pnum === 'number' ? String(planet.sy_pnum) : undefined],
    ['starTemperature', signed(language, plain(planet.st_teff, planet.st_tefflim)), 'K'],
    ['starRadius', signed(language, plain(planet.st_rad, planet.st_radlim)), 'R☉'],
    ['starMass', signed(language, plain(planet.st_mass, planet.st_masslim)), 'M☉'],
    ['spectrum', words(planet.st_spectype)],
    ['brightness', signed(language, plain(planet.sy_vmag)), 'mag'],
  ];
  return (
    <dl className="figures grid grid-cols-2 gap-x-4 gap-y-2 text-sm sm:grid-cols-3">
      {facts
        .filter(([, value]) => value !== undefined && value !== '–')
        .map(([name, value, unit]) => (
          <div key={name} className="min-w-0">
            <dt className="text-xs text-muted">{t(name)}</dt>
            <dd className="font-semibold break-words">
              {value}
              {unit && ` ${unit}`}
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** What a person wrote down, as it was written. */
function OwnFacts({ planet }: { planet: Planet }) {
  const t = useTranslations('catalogue');
  const { language } = useLanguage();
  const fields = Object.entries(planet).filter(([name, value]) => !PLACED.has(name) && value !== null && value !== undefined);
  return (
    <dl className="grid gap-x-4 gap-y-2 text-sm sm:grid-cols-2">
      {typeof planet.tipo === 'string' && (
        <div className="min-w-0">
          <dt className="text-xs text-muted">{t('type')}</dt>
          <dd className="font-semibold break-words">
            <bdi>{planet.tipo}</bdi>
          </dd>
        </div>
      )}
      {typeof planet.distancia_ly === 'number' && (
        <div className="min-w-0">
          <dt className="text-xs text-muted">{t('distance')}</dt>
          <dd className="figures font-semibold">{t('ly', { distance: measured(language, planet.distancia_ly) })}</dd>
        </div>
      )}
      {fields.map(([name, value]) => (
        <div key={name} className="min-w-0">
          <dt className="text-xs break-all text-muted">
            <bdi>{name}</bdi>
          </dt>
          <Said as="dd" className="font-semibold break-words">
            <bdi className="line-clamp-3 break-all">{typeof value === 'number' ? measured(language, value, 6) : String(value)}</bdi>
          </Said>
        </div>
      ))}
    </dl>
  );
}
