import pytest
from deployment import AS_NEEDED, OWN_ISSUER, Deployment


@pytest.fixture(params=[AS_NEEDED, OWN_ISSUER], ids=["user_pool_made", "issuer_given"])
def deployed(request):
    return Deployment(request.param)
