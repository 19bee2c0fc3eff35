import { expect, test } from 'vitest';
import { incoming, takeTurn } from './talk.ts';
import { freshState } from '../../src/conversation/state.ts';

/** @returns who heard a message */
async function listenerOf(text: string, locale: string): Promise<string | null | undefined> {
  return (await takeTurn(incoming(text, 0, { locale }), freshState)).trace.listener;
}

test.each([
  ['en', 'PXL_20261130.HEIC'],
  ['en', 'Screenshot 2026-10-02 at 09.41.png'],
  ['en', 'here is a picture of what they wrote me'],
  ['en', 'can you read the screenshot?'],
  ['fr', 'voici la photo du courrier de la caisse'],
  ['es', 'adjunto una captura de la pantalla'],
  ['it', 'vi mando la foto della lettera che ho ricevuto'],
  ['de', 'ich schicke Ihnen ein Foto von dem Brief'],
  ['pt', 'segue em anexo a imagem da carta'],
  ['zh', '附上截图'],
  ['ar', 'هذه صورة الرسالة'],
])('%s “%s”: pictures cannot be seen here', async (locale, text) => {
  expect(await listenerOf(text, locale)).toBe('picture');
});

test.each([
  ['en', 'where do I put the photo for the carte Vitale'],
  ['en', 'here is what I ask: which photo do they want'],
  ['en', 'my photo was refused by the site'],
  ['fr', 'quelle photo pour la carte Vitale'],
  ['zh', 'carte Vitale要什么照片'],
])('%s “%s” is about a picture, and shows none', async (locale, text) => {
  expect(await listenerOf(text, locale)).not.toBe('picture');
});
