//! The presumption that silence means *on its own* (METHOD §2, *Presumption*), and what stands in its way.

use crate::classify::evidence::{Evidence, EvidenceField};

/// Why nothing is presumed from silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotPresumed {
    /// The inventory has no field in which a partner could have been named.
    NoFieldForPartner,
    /// Something stands in the field for a partnership.
    PartnershipFilled,
    /// A field for a partner says that it is not known.
    PartnerNotKnown,
    /// This field names a partnership or another municipality.
    PartnerNamed(EvidenceField),
}

/// What keeps a market product or a municipality's own build from being presumed local; nothing when it is. Whoever makes or sells
/// it is no partner; a field that says that its partner is not known is a sign.
pub fn not_presumed(evidence: &Evidence<'_>) -> Option<NotPresumed> {
    if !evidence.could_name_partner {
        return Some(NotPresumed::NoFieldForPartner);
    }
    if evidence.text(EvidenceField::Partnership).is_some() {
        return Some(NotPresumed::PartnershipFilled);
    }
    if evidence.partner_not_known {
        return Some(NotPresumed::PartnerNotKnown);
    }
    let named = evidence.all_named().find(|(field, names)| {
        let maker = *field == EvidenceField::Vendor && names.partnership.is_none();
        !maker && (names.organisation().is_some() || names.partnership_of_others.is_some())
    });
    named.map(|(field, _)| NotPresumed::PartnerNamed(field))
}
