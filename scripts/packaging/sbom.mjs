/**
 * The bill of materials of a release (CycloneDX): what is inside of the app, taken from the bundles themselves. What only
 * builds or tests it is not in it.
 */
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { bundledPackages } from './bundled.mjs';

/**
 * The same commit gives the same text: no time, no random number.
 * @param {import('./identity.mjs').Identity} identity
 * @param {readonly import('./bundled.mjs').BundledPackage[]} [packages]
 * @returns {string} CycloneDX 1.6, JSON
 */
export function sbom({ version, summary, homepage, author }, packages = bundledPackages()) {
  const app = new Models.Component(Enums.ComponentType.Application, 'pachca-status', {
    bomRef: `pachca-status@${version}`,
    version,
    description: summary,
    publisher: author,
    licenses: new Models.LicenseRepository([licence('MIT')]),
    externalReferences: references(homepage),
  });
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: app }) });
  for (const { name, version: its, licence: expression, homepage: page } of packages) {
    const [group, short] = name.startsWith('@') ? name.split('/') : [undefined, name];
    const component = new Models.Component(Enums.ComponentType.Library, short ?? name, {
      bomRef: `${name}@${its}`,
      version: its,
      licenses: new Models.LicenseRepository([licence(expression)]),
      externalReferences: references(page),
      purl: `pkg:npm/${name.replace('@', '%40')}@${its}`,
      ...(group && { group }),
    });
    bom.components.add(component);
    app.dependencies.add(component.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

/** @param {string} expression SPDX */
function licence(expression) {
  return /^[\w.-]+$/.test(expression) ? new Models.SpdxLicense(expression) : new Models.LicenseExpression(expression);
}

/** @param {string | undefined} homepage */
function references(homepage) {
  const list = homepage ? [new Models.ExternalReference(homepage, Enums.ExternalReferenceType.Website)] : [];
  return new Models.ExternalReferenceRepository(list);
}
