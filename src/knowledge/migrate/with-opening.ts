import { isMap, parseDocument } from 'yaml';
import { openingWritten } from '../read-opening.ts';

/** `desk.yaml` with its opening hours as data instead of words; null where they are data already, or say what cannot be read. */
export function withOpening(text: string): ReadonlyMap<string, string> | null {
  const document = parseDocument(text);
  const contact = document.get('contact');
  if (!isMap(contact) || contact.has('opening')) return null;
  const hours = contact.get('hours');
  const opening = isMap(hours) ? openingWritten(hours.toJSON() as Readonly<Record<string, string>>) : null;
  if (opening === null) return null;
  contact.set('opening', document.createNode(opening));
  contact.delete('hours');
  return new Map([['desk.yaml', document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false })]]);
}
