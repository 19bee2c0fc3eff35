import { AppError } from '../../core/errors.ts';

/** The SDK's settings by its own names: `MicrosoftAppId`, `MicrosoftAppType` … */
export type SdkSettings = Readonly<Record<string, string>>;

/** @throws AppError config/invalid */
export function requirePassword({ MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType }: SdkSettings): void {
  if (MicrosoftAppId !== undefined && MicrosoftAppPassword === undefined && MicrosoftAppType !== 'UserAssignedMsi')
    throw new AppError('config/invalid', 'MicrosoftAppPassword: give the password of the bot registration.');
}
