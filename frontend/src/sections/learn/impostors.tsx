import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button, Card } from '@/ui/basics';

import { brightness, IMPOSTORS, type Impostor } from './impostor-curves';

/** Seconds for two periods. */
const ROUND = 9;

/** What has been taken for planets. They move only when asked to. */
export function Impostors() {
  const t = useTranslations('learn.impostors');
  const [playing, setPlaying] = useState(false);
  const [phase, setPhase] = useState(0.5);
  const last = useRef<number>(undefined);

  useEffect(() => {
    if (!playing) return;
    let frame = requestAnimationFrame(function step(now) {
      const passed = last.current === undefined ? 0 : (now - last.current) / 1000;
      last.current = now;
      setPhase((before) => (before + (passed * 2) / ROUND) % 2);
      frame = requestAnimationFrame(step);
    });
    return () => {
      cancelAnimationFrame(frame);
      last.current = undefined;
    };
  }, [playing]);

  return (
    <section aria-labelledby="impostors">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="impostors" className="text-xl">
            {t('title')}
          </h2>
          <p className="mt-1 max-w-[65ch] text-muted">{t('about')}</p>
        </div>
        <Button aria-pressed={playing} onClick={() => setPlaying(!playing)}>
          {playing ? t('stop') : t('play')}
        </Button>
      </div>
      <ul className="grid gap-5 sm:grid-cols-2 xl:grid-cols-4">
        {IMPOSTORS.map((impostor) => (
          <li key={impostor} className="flex">
            <Card title={t(`${impostor}.title`)} level={3} className="flex flex-col">
              <Scene impostor={impostor} phase={phase} label={`${t(`${impostor}.title`)}: ${t('light')}`} />
              <p className="mt-3 text-sm">{t(`${impostor}.text`)}</p>
              <p className="mt-auto pt-3 text-sm">
                <strong>{t('tellsBy')}</strong> {t(`${impostor}.tells`)}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}

const PLOT = { left: 8, right: 252, top: 112, bottom: 168 };

function Scene({ impostor, phase, label }: { impostor: Impostor; phase: number; label: string }) {
  const left = (at: number) => PLOT.left + (at / 2) * (PLOT.right - PLOT.left);
  const top = (light: number) => PLOT.top + (1 - light) * 150;
  const points = Array.from({ length: 241 }, (_, i) => {
    const at = (i / 240) * 2;
    return `${left(at).toFixed(1)} ${top(brightness(impostor, at)).toFixed(1)}`;
  });
  return (
    <svg viewBox="0 0 260 176" role="img" aria-label={label} className="w-full rounded-lg bg-night">
      <Bodies impostor={impostor} phase={phase} />
      <path d={`M${points.join('L')}`} fill="none" stroke="#9db8ff" strokeWidth="2" />
      <circle cx={left(phase)} cy={top(brightness(impostor, phase))} r="4.5" fill="#0d1428" stroke="#ffc857" strokeWidth="2.5" />
    </svg>
  );
}

function Bodies({ impostor, phase }: { impostor: Impostor; phase: number }) {
  // at half a period the smaller body stands before the larger, at a whole one behind it
  const angle = (phase - 0.5) * 2 * Math.PI;
  const before = Math.cos(angle) > 0;
  const shift = Math.sin(angle);
  switch (impostor) {
    case 'eclipsing': {
      const small = <circle key="small" cx={130 + shift * 74} cy="54" r="19" fill="#ff8f5c" stroke="#0d1428" />;
      const large = <circle key="large" cx={130 - shift * 14} cy="54" r="30" fill="#ffd778" />;
      return <g>{before ? [large, small] : [small, large]}</g>;
    }
    case 'background': {
      const small = <circle key="small" cx={172 + shift * 17} cy="38" r="5" fill="#ff8f5c" stroke="#0d1428" />;
      const large = <circle key="large" cx={172 - shift * 4} cy="38" r="7.5" fill="#ffd778" />;
      return (
        <g>
          <circle cx="112" cy="56" r="34" fill="#fff3d0" />
          <circle cx="112" cy="56" r="44" fill="#fff3d0" opacity="0.15" />
          {before ? [large, small] : [small, large]}
        </g>
      );
    }
    case 'grazing': {
      const other = <circle key="other" cx={130 + shift * 84} cy="22" r="20" fill="#ff8f5c" stroke="#0d1428" />;
      const star = <circle key="star" cx="130" cy="64" r="30" fill="#ffd778" />;
      return <g>{before ? [star, other] : [other, star]}</g>;
    }
    case 'instrument': {
      const light = brightness('instrument', phase);
      return (
        <g>
          {Array.from({ length: 15 }, (_, i) => {
            const column = i % 5;
            const row = Math.floor(i / 5);
            const centre = Math.max(0, 1 - Math.hypot(column - 2, row - 1) / 2.4);
            return <rect key={i} x={75 + column * 22} y={16 + row * 26} width="20" height="24" rx="2" fill="#ffd778" opacity={(0.12 + 0.8 * centre) * (column > 2 ? light ** 3 : 1)} />;
          })}
        </g>
      );
    }
  }
}
