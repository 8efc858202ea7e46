import { useId } from 'react';
import { useTranslations } from 'use-intl';

import { useLanguage } from '@/i18n/language';
import { useName } from '@/i18n/meanings';
import { measured } from '@/lib/format';
import { cx } from '@/lib/cx';
import { Button, Card } from '@/ui/basics';
import { Field, Range } from '@/ui/field';
import { Meaning } from '@/ui/meaning';

import { toggled, type Chosen, type TrainingChoices } from './choices';

interface OptionsProps {
  options: TrainingChoices;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}

/** From this factor on, equal factors along a slider tell more than equal steps. */
const WIDE = 100;

/** Everything that can be asked for, with what the API says of it. */
export function Options({ options, chosen, onChoose }: OptionsProps) {
  const t = useTranslations('new');
  const { language } = useLanguage();
  const learner = options.algorithms.find((one) => one.id === chosen.algorithm);
  const settings = chosen.settings[chosen.algorithm] ?? {};
  const nameFits = chosen.modelName === '' || new RegExp(options.model_name).test(chosen.modelName);

  function set(name: string, value: number) {
    onChoose({ ...chosen, settings: { ...chosen.settings, [chosen.algorithm]: { ...settings, [name]: value } } });
  }

  return (
    <Card title={t('options')} about={t('optionsAbout')}>
      <div className="grid gap-5">
        <Choices legend={t('algorithm')} choices={options.algorithms} value={chosen.algorithm} onChange={(algorithm) => onChoose({ ...chosen, algorithm })} />
        <Choices legend={t('target')} choices={options.targets} value={chosen.target} onChange={(target) => onChoose({ ...chosen, target })} />
        <details className="rounded-lg border border-line">
          <summary className="min-h-11 rounded-lg px-3 py-2.5 text-sm font-semibold">
            {t('settings')} <span className="font-normal text-muted">{t('settingsAbout')}</span>
          </summary>
          <div className="grid gap-5 px-3 pt-2 pb-4 sm:grid-cols-2">
            {learner?.hyperparameters.map((known) => (
              <Range
                key={`${learner.id} ${known.name}`}
                label={<code className="font-mono">{known.name}</code>}
                hint={
                  <>
                    <Meaning kind="settings" of={`${learner.id}.${known.name}`}>
                      {known.meaning}
                    </Meaning>
                    ; {measured(language, known.min)} – {measured(language, known.max)}
                  </>
                }
                invalid={t('bounds', { min: measured(language, known.min), max: measured(language, known.max) })}
                value={settings[known.name] ?? known.default}
                min={known.min}
                max={known.max}
                whole={known.type === 'integer'}
                log={known.min > 0 && known.max / known.min >= WIDE}
                onChange={(value) => set(known.name, value)}
              />
            ))}
            <Range label={t('seed')} hint={t('seedAbout')} value={chosen.seed} min={-Number.MAX_SAFE_INTEGER} max={Number.MAX_SAFE_INTEGER} whole slider={false} invalid={t('wholeNumber')} onChange={(seed) => onChoose({ ...chosen, seed })} />
            <div className="sm:col-span-2">
              <Button size="small" disabled={Object.keys(settings).length === 0} onClick={() => onChoose({ ...chosen, settings: { ...chosen.settings, [chosen.algorithm]: {} } })}>
                {t('resetSettings')}
              </Button>
            </div>
          </div>
        </details>
        <fieldset>
          <legend className="mb-1 text-sm font-semibold">{t('kinds')}</legend>
          <ul className="grid gap-x-6 sm:grid-cols-2">
            {options.feature_tags.map((tag) => (
              <Tick key={tag.id} name={tag.id} meaning={tag.meaning} ticked={!chosen.excluded.includes(tag.id)} onTick={(ticked) => onChoose({ ...chosen, excluded: toggled(chosen.excluded, tag.id, !ticked) })} />
            ))}
          </ul>
        </fieldset>
        <Field
          label={t('name')}
          hint={t('nameAbout')}
          error={nameFits ? undefined : t('nameWrong')}
          value={chosen.modelName}
          maxLength={100}
          className="max-w-sm"
          onChange={(event) => onChoose({ ...chosen, modelName: event.target.value })}
        />
      </div>
    </Card>
  );
}

function Choices({ legend, choices, value, onChange }: { legend: string; choices: { id: string; meaning: string }[]; value: string; onChange: (id: string) => void }) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">{legend}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {choices.map((choice) => (
          <label
            key={choice.id}
            className={cx('flex cursor-pointer gap-3 rounded-lg border p-3 has-focus-visible:outline-3 has-focus-visible:outline-accent', value === choice.id ? 'border-accent bg-accent-soft' : 'border-line hover:border-edge')}
          >
            <input type="radio" name={name} value={choice.id} checked={value === choice.id} onChange={() => onChange(choice.id)} className="mt-1 size-4 shrink-0 accent-accent" />
            <span className="min-w-0 text-sm">
              <Named id={choice.id} className="block" />
              <Meaning kind="choices" of={choice.id} className="text-muted">
                {choice.meaning}
              </Meaning>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Tick({ name, meaning, ticked, onTick }: { name: string; meaning: string; ticked: boolean; onTick: (ticked: boolean) => void }) {
  const id = useId();
  return (
    <li className="flex gap-3 py-1.5">
      <input id={id} type="checkbox" className="mt-0.5 size-5 shrink-0 accent-accent" checked={ticked} onChange={(event) => onTick(event.target.checked)} />
      <label htmlFor={id} className="text-sm">
        <Named id={name} className="inline-block" />{' '}
        <Meaning kind="choices" of={name} className="text-muted">
          {meaning}
        </Meaning>
      </label>
    </li>
  );
}

function Named({ id, className }: { id: string; className: string }) {
  const { text, lang } = useName()(id);
  return (
    <strong lang={lang} className={cx('first-letter:uppercase', className)}>
      {text}
    </strong>
  );
}
