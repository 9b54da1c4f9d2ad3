import pytest
from deployment import AS_NEEDED, MORE_MADE, OWN_ISSUER, Deployment


@pytest.fixture(params=[AS_NEEDED, OWN_ISSUER, MORE_MADE], ids=["as_needed", "issuer_given", "more_made"])
def deployed(request):
    return Deployment(request.param)
