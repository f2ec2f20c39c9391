// SPDX-License-Identifier: Apache-2.0
import type { PageCompany } from '@openderm/contract';

/** Whose page it is. The name says it to those who do not see the sign. */
export function CompanyLogo({ company }: { readonly company: PageCompany }) {
  const { logo } = company.theme;
  return logo === null ? null : <img class="logo" src={logo} alt={company.name} />;
}
