/**
 * Fields that not everybody who reads objects should see, as data: what a company earns and pays,
 * and where its people live (Workfront guards them by access level; reference A.3, `flags`).
 */
export type FieldClass = 'cost' | 'rate' | 'contact';

interface Named {
  readonly class: FieldClass;
  readonly names: string;
  /** Null: of every type. */
  readonly objCodes: string | null;
}

const CLASSES: readonly Named[] = [
  {
    class: 'cost',
    objCodes: null,
    names:
      'actualAmount actualBenefit actualCost actualExpenseCost actualLaborCost actualRevenue ' +
      'actualRiskCost actualUnitAmount actualValue amount bcwp bcws billedRevenue billingAmount ' +
      'budget budgetedCost budgetedLaborCost costAmount cpi csi eac fixedCost fixedRevenue mitigationCost netValue ' +
      'otherAmount plannedAmount plannedBenefit plannedCost plannedExpenseCost plannedLaborCost ' +
      'plannedRevenue plannedRiskCost plannedUnitAmount plannedValue projectBudgetedCost ' +
      'projectNetValue projectRoi remainingCost remainingRevenue remainingRiskCost ' +
      'resourcePlannerBudgetedLaborCost resourceRevenue roi totalEstimatedCost totalEstimatedRevenue',
  },
  { class: 'rate', objCodes: null, names: 'billingPerHour costPerHour rateValue' },
  { class: 'rate', objCodes: 'EXPTYP', names: 'rate' },
  {
    class: 'contact',
    objCodes: 'USER CUST',
    names:
      'emailAddr phoneNumber phoneExtension mobilePhoneNumber address address2 city state ' +
      // Whoever signs in by his address has it for a name.
      'postalCode country username ssoUsername password',
  },
];

/** Names of all guarded fields, whatever their type: a journal row names one in `fieldName`. */
export const GUARDED_FIELD_NAMES: readonly string[] = CLASSES.flatMap(({ names }) =>
  names.split(' '),
);

/** Codes in a journal row's `flags` that say the same of the row (reference A.3). */
export const GUARDED_ROW_FLAGS: readonly string[] = ['CR', 'BR', 'GF', 'CF', 'CI'];

/** Null for a field that everybody may read who may read the object. */
export function fieldClassOf(objCode: string, name: string): FieldClass | null {
  const found = CLASSES.find(
    ({ names, objCodes }) =>
      names.split(' ').includes(name) && (objCodes?.split(' ').includes(objCode) ?? true),
  );
  return found?.class ?? null;
}
