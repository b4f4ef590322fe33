import { parseMultipart } from '../body.ts';
import { data, errorItem, errors, noContent } from '../replies.ts';
import type { Reply } from '../replies.ts';
import { avatarUrl } from '../views.ts';
import type { Route, RouteContext } from './route.ts';

async function putAvatar({ state, caller, body, filesUrl }: RouteContext): Promise<Reply> {
  const parts = await parseMultipart(body);
  if (parts === null) {
    return errors(422, errorItem('image', 'invalid', 'The body must be multipart/form-data.'));
  }
  const images = parts.filter((part) => part.name === 'image');
  const [image] = images;
  if (image === undefined) return errors(422, errorItem('image', 'blank', 'image is required'));
  if (images.length > 1) return errors(422, errorItem('image', 'invalid', 'image must be one file'));
  if (image.kind === 'field')
    return errors(422, errorItem('image', 'invalid', 'image must be a file with a file name'));

  if (!state.setAvatar(caller.person, new Uint8Array(await image.file.arrayBuffer()))) {
    return errors(422, errorItem('image', 'invalid', 'image must be a PNG, JPEG, GIF or WebP picture'));
  }
  return data({ image_url: avatarUrl(caller.person, filesUrl) });
}

export const avatarRoutes: readonly Route[] = [
  { method: 'PUT', path: '/profile/avatar', scope: 'profile_avatar:write', handle: putAvatar },
  {
    method: 'DELETE',
    path: '/profile/avatar',
    scope: 'profile_avatar:write',
    handle: ({ state, caller }) => {
      state.removeAvatar(caller.person);
      return noContent;
    },
  },
];
