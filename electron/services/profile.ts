import { appError } from '../../shared/errors.ts';
import type { ProfileProperty, ProfileView } from '../../shared/profile.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { isSafeLink } from './links.ts';
import type { PachcaClient } from './pachca/client.ts';

/**
 * The profile with all fields the workspace has, in the workspace's order; those that are not filled in are there without
 * a value. Where they cannot be read (without `custom_properties:read`, for one) only the filled-in ones can be shown, and
 * why that is comes along.
 */
export async function loadProfile(client: PachcaClient): Promise<Result<ProfileView>> {
  const [profile, names] = await Promise.all([client.profileView(), client.propertyNames()]);
  if (!profile.ok) return profile;
  const filled = profile.value.properties;
  if (!names.ok) return ok({ ...profile.value, properties: filled, fieldsError: names.error });
  return ok({ ...profile.value, properties: inOrder(names.value, filled) });
}

/** Fields in the workspace's order with the person's values; one that the workspace does not list comes last. */
function inOrder(names: readonly ProfileProperty[], filled: readonly ProfileProperty[]): ProfileProperty[] {
  const known = names.map((name) => ({ ...name, value: filled.find(({ id }) => id === name.id)?.value ?? null }));
  return [...known, ...filled.filter(({ id }) => !names.some((name) => name.id === id))];
}

/** The address in a profile field of type link, where it may be opened: https, without a user name or password in it. */
export async function openableLink(client: PachcaClient, propertyId: number): Promise<Result<string>> {
  const profile = await client.profileView();
  if (!profile.ok) return profile;
  const property = profile.value.properties.find(({ id }) => id === propertyId);
  const address = property?.dataType === 'link' ? property.value : null;
  if (address === null || !isSafeLink(address)) return fail(appError('bad_input', { field: 'link', reason: 'https' }));
  return ok(new URL(address).href);
}
