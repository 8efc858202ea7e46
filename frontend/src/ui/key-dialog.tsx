import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';

import { dismissKey, keepKey, useKey } from '@/api/key';

import { Button } from './basics';
import { Dialog } from './dialog';
import { Field } from './field';

/** Asks for the API key where one is wanted, and then for everything again. */
export function KeyDialog() {
  const t = useTranslations('key');
  const { key, wanted } = useKey();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  function submit(event: FormEvent) {
    event.preventDefault();
    keepKey(typed.trim());
    setTyped('');
    void client.resetQueries();
  }
  return (
    <Dialog open={wanted} title={t('title')} onClose={dismissKey}>
      <form onSubmit={submit} className="grid gap-4">
        <p className="text-sm">{key ? t('refused') : t('why')}</p>
        <Field label={t('label')} hint={t('kept')} type="password" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} required />
        <div className="flex justify-end gap-2">
          <Button onClick={dismissKey}>{t('later')}</Button>
          <Button type="submit" kind="primary">
            {t('use')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
