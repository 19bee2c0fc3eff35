import type { Config } from '../config.ts';
import { AppError } from '../core/errors.ts';
import { keptDeliveryKey } from '../storage/keys.ts';
import type { KeyName, KeyPrints } from '../storage/key-prints.ts';
import { openStorage } from '../storage/open-storage.ts';
import { databaseOf, tokenKey } from './from-config.ts';

/** The keys that this installation was given, or keeps beside its database, by the names of their settings. */
export function keysOf(config: Config): Readonly<Record<KeyName, Uint8Array>> {
  return {
    DELIVERY_KEY: config.DELIVERY_KEY ?? keptDeliveryKey(databaseOf(config)),
    TOKEN_KEY: tokenKey(config),
  };
}

/**
 * Another key than the database was written with would give up what waits to be sent, and end every open chat, without a word.
 * @throws AppError config/invalid naming the key, what it would cost, and what to do
 */
export async function requireFittingKeys(
  prints: KeyPrints,
  keys: Readonly<Record<KeyName, Uint8Array>>,
): Promise<void> {
  for (const [name, key] of Object.entries(keys) as [KeyName, Uint8Array][]) {
    if (await prints.fits(name, key)) continue;
    throw new AppError(
      'config/invalid',
      `${name} is not the key that this database was written with: ${await costOf(name, key, prints)}. Bring the key back ` +
        '(the setting, or its file beside the database; guichet restore takes it out of a backup that holds it). ' +
        'Is it lost for good, or changed on purpose: guichet keys --accept.',
      { name },
    );
  }
}

async function costOf(name: KeyName, key: Uint8Array, prints: KeyPrints): Promise<string> {
  if (name === 'TOKEN_KEY') return 'every open chat would end';
  return `${String(await prints.unreadable(key))} addresses, drafts and letters could not be read`;
}

/** Prints of each key whether it is the database's; with `accept` it is from then on. True when all are. */
export async function compareKeys(config: Config, accept: boolean): Promise<boolean> {
  const keys = keysOf(config);
  const storage = await openStorage(databaseOf(config), { deliveryKey: keys.DELIVERY_KEY });
  let allFit = true;
  try {
    for (const [name, key] of Object.entries(keys) as [KeyName, Uint8Array][]) {
      const fits = await storage.keyPrints.fits(name, key);
      const cost = fits ? null : await costOf(name, key, storage.keyPrints);
      if (!fits && accept) await storage.keyPrints.accept(name, key);
      allFit &&= fits || accept;
      process.stdout.write(
        `${name}: ${cost === null ? 'fits' : `another key; with this one ${cost}${accept ? '. Accepted' : ''}`}\n`,
      );
    }
  } finally {
    await storage.close();
  }
  return allFit;
}
