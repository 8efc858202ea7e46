import words from './es.json';
import { speaker } from './speaker';

export default speaker(words);
