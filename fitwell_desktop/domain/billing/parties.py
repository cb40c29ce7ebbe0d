"""Who stands on an invoice: the practice and the one who pays, copied when it is sent."""

import sqlalchemy as sa

from fitwell_desktop.core.database import Session
from fitwell_desktop.domain.accounts.names import full_name
from fitwell_desktop.models.accounts import Practice, User
from fitwell_desktop.models.billing import Invoice, Party
from fitwell_desktop.models.clients import ClientProfile


def issuer_of(practice: Practice) -> Party:
    """The practice, with its look."""
    return Party(
        name=practice.name,
        address=practice.address,
        email=practice.email,
        phone=practice.phone,
        tax_number=practice.tax_number,
        payment_details=practice.payment_details,
        website=practice.website,
        locale=practice.locale,
        brand_color=practice.brand_color,
        logo_id=practice.logo_id,
    )


def recipient_of(session: Session, invoice: Invoice) -> Party:
    """The client, or whoever pays for them."""
    person_id = invoice.payer_id or invoice.client_id
    person = session.get_one(User, person_id)
    profile = session.scalar(sa.select(ClientProfile).filter_by(client_id=person_id))
    return Party(
        name=full_name(person.first_name, person.last_name),
        address=profile.address if profile else "",
        email=person.email or "",
        phone=person.phone or "",
        locale=str(profile.preferences.get("language", "")) if profile else "",
    )
