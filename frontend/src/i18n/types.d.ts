import type catalogue from './en/catalogue.json';
import type common from './en/common.json';
import type compare from './en/compare.json';
import type find from './en/find.json';
import type job from './en/job.json';
import type judged from './en/judged.json';
import type learn from './en/learn.json';
import type lightcurve from './en/lightcurve.json';
import type object from './en/object.json';
import type created from './en/new.json';
import type results from './en/results.json';
import type streams from './en/streams.json';
import type system from './en/system.json';
import type tried from './en/try.json';
import type vet from './en/vet.json';
import type { Language } from './language';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: typeof catalogue & typeof common & typeof compare & typeof created & typeof find & typeof job & typeof judged & typeof learn & typeof lightcurve & typeof object & typeof results & typeof streams & typeof system & typeof tried & typeof vet;
  }
}
