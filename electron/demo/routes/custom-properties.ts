import { data, errorItem, errors } from '../replies.ts';
import { propertyView } from '../views.ts';
import type { Route } from './route.ts';

export const customPropertyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/custom_properties',
    scope: 'custom_properties:read',
    handle: ({ state, query }) => {
      const type = query.get('entity_type');
      if (type === null || type === '') {
        return errors(422, errorItem('entity_type', 'blank', 'entity_type is required'));
      }
      if (type !== 'User' && type !== 'Task') {
        return errors(422, errorItem('entity_type', 'inclusion', 'entity_type must be User or Task', type));
      }
      return data(state.properties[type].map(propertyView));
    },
  },
];
